package org.alongside.people.web;

import java.util.List;
import java.util.UUID;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;

record NewAddressPage(UUID id, List<Option> kinds, AddressForm form, Problems problems) {}
