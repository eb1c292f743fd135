package org.alongside.commissioning.web;

import java.time.LocalDate;
import java.util.List;
import org.alongside.commissioning.Request;

record AskedPage(List<Request> asked, LocalDate today) {}
