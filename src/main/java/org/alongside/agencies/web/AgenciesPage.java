package org.alongside.agencies.web;

import java.util.List;
import org.alongside.agencies.Agency;
import org.alongside.shared.Problems;

record AgenciesPage(List<Agency> agencies, boolean mayWrite, AgencyForm form, Problems problems) {}
