package org.alongside.organisations.web;

import java.util.List;
import org.alongside.organisations.OwnSessions;
import org.alongside.ui.Row;

record AccountPage(List<Row> facts, List<OwnSessions.Open> sessions) {}
