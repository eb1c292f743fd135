package org.alongside.evaluation.web;

import java.util.List;

record CardsPage(String path, List<String> numbers) {}
