package org.alongside.guidance.web;

import java.util.List;
import org.alongside.helpline.Helpline;

/** The first page: lines for each kind of person, those that are surely closed now left out. */
record HomePage(List<Helpline> lines) {}
