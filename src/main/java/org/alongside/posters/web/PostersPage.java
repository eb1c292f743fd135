package org.alongside.posters.web;

import java.util.List;
import org.alongside.directory.Listing;
import org.alongside.shared.Problems;

/** The choice as made so far. @param names of services, to offer while somebody types @param meant what the typed name can mean */
record PostersPage(PosterForm form, Problems problems, List<String> names, List<Listing> meant) {}
