package org.alongside.residents.web;

import org.alongside.residents.Residents;
import org.jspecify.annotations.Nullable;

/** What whoever is signed in sees of their account. @param done the key of what they have just done; null for nothing */
record AccountPage(Residents.Own own, @Nullable String done) {}
