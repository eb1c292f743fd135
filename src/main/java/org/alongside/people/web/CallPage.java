package org.alongside.people.web;

import java.util.List;
import java.util.UUID;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;

record CallPage(UUID id, String name, String phone, List<Option> results, Problems problems) {}
