package org.alongside.ui;

import java.util.Set;

/** The worker this page is for, as far as a page needs to know: whose name to show and what to offer. */
public record SignedIn(String name, String organisation, String side, Set<String> roles) {}
