package org.alongside.casework.web;

import org.alongside.shared.Problems;

/** A form of a case: the case at the top, what was typed, and what is wrong with it. */
record FormPage<F>(CaseBar bar, F form, Problems problems) {}
