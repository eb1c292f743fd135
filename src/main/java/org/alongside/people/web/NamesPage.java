package org.alongside.people.web;

import java.util.List;
import java.util.UUID;
import org.alongside.people.OtherNames.OtherName;
import org.alongside.shared.Problems;

/** The other names of a person, and the form that adds one. */
record NamesPage(UUID id, String who, List<OtherName> names, String once, String given, String family, Problems problems) {}
