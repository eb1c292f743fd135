package org.alongside.organisations;

/** Why a password is not good enough: under 12 characters, over 200, made of what is known of its owner, or what anyone would try first. */
public enum Weakness { TOO_SHORT, TOO_LONG, ABOUT_YOU, EASY_TO_GUESS }
