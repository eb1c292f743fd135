package org.alongside.people.web;

import java.util.List;
import java.util.UUID;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;

record RiskPage(UUID id, List<Option> choices, boolean manager, RiskForm form, Problems problems) {}
