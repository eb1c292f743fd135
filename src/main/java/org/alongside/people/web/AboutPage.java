package org.alongside.people.web;

import java.util.List;
import java.util.UUID;
import org.alongside.shared.Problems;
import org.alongside.ui.Row;
import org.jspecify.annotations.Nullable;

/** @param theirs what a colleague saved meanwhile; null when nobody did */
record AboutPage(UUID id, AboutForm form, Problems problems, @Nullable List<Row> theirs) {}
