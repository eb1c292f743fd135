package org.alongside.residents.web;

/** "Look in your inbox". @param canAskAgain whether this browser still knows what it asked for @param again whether it has asked again @param back where it came from */
record InboxPage(boolean canAskAgain, boolean again, String back) {}
