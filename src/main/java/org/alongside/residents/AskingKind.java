package org.alongside.residents;

/** Why somebody typed an address: for an account, for a new password, or because their account shall have this address from now on. */
public enum AskingKind { ACCOUNT, PASSWORD, ADDRESS }
