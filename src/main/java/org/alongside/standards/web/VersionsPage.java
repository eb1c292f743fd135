package org.alongside.standards.web;

import java.util.List;
import java.util.Map;
import org.alongside.shared.Problems;
import org.alongside.standards.CopiesGiven.Counted;
import org.alongside.standards.Standard;
import org.alongside.standards.Version;

/** The standards that this organisation keeps. @param shipped what comes along with the software @param counted copies of each that this organisation answers for, by title */
record VersionsPage(List<Version> versions, List<Standard> shipped, Map<String, Counted> counted, boolean mayChange, List<String> mistakes, Problems problems) {}
