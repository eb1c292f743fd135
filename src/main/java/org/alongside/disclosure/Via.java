package org.alongside.disclosure;

/** By what way something leaves. */
public enum Via { PRINT, SYSTEM, EMAIL, LETTER }
