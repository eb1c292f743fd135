package org.alongside.evaluation.web;

/** A card made just now. @param again whether it is needed once more after the course */
record CardPage(String path, String number, boolean again) {}
