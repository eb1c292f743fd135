package org.alongside.organisations.web;

/** @param lasts how long the link works, in words */
record GivenLinkPage(String name, String link, String lasts) {}
