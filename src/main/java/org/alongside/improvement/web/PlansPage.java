package org.alongside.improvement.web;

import java.time.LocalDate;
import java.util.List;
import org.alongside.improvement.Plan;
import org.alongside.shared.Problems;

record PlansPage(List<Plan> all, PlanForm form, boolean opens, LocalDate today, Problems problems) {}
