package org.alongside.organisations.web;

import java.util.List;
import org.alongside.organisations.Sessions;
import org.alongside.ui.Row;

record AccountPage(List<Row> facts, List<Sessions.Open> sessions) {}
