package org.alongside.network.web;

import java.util.List;
import org.alongside.network.Members;

/** Whom one can ask. @param words that were looked for */
record PractitionersPage(List<Members.Practitioner> people, String words) {}
