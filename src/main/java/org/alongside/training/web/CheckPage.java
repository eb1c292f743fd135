package org.alongside.training.web;

import org.alongside.training.Certificate;
import org.jspecify.annotations.Nullable;

/** @param asked whether a code was given @param found what it belongs to; null for none */
record CheckPage(boolean asked, @Nullable Certificate found) {}
