package org.alongside.disclosure.web;

import java.util.UUID;
import org.alongside.shared.Problems;

/** A request about a person, to be written down. */
record NewRequestPage(UUID person, String name, RequestForm form, Problems problems) {}
