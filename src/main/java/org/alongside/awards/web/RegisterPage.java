package org.alongside.awards.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.alongside.awards.Award;

/** @param titles of the standards, by key */
record RegisterPage(List<Award> awards, Map<String, String> titles, LocalDate today) {}
