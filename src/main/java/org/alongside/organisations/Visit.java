package org.alongside.organisations;

import org.alongside.access.WorkerId;
import org.jspecify.annotations.Nullable;

/**
 * From where somebody tries to sign in.
 * @param network the fingerprint of their part of the internet
 * @param familiar who signed in from this very browser before, if anyone
 * @param here whether the request comes from the machine Alongside runs on, with nothing in between
 */
public record Visit(String network, @Nullable WorkerId familiar, boolean here) {}
