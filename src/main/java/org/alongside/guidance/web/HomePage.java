package org.alongside.guidance.web;

import java.util.List;
import org.alongside.helpline.Helpline;

/** The first page: the lines of the whole country on which somebody answers now. */
record HomePage(List<Helpline> open) {}
