package org.alongside.helpline.web;

import java.util.List;
import java.util.SortedMap;
import org.alongside.helpline.Helpline;

/** The helplines under the headings they stand under. */
record HelplinesPage(SortedMap<Helpline.Group, List<Helpline>> groups) {}
