package org.alongside.people.web;

import java.util.List;
import java.util.UUID;
import org.alongside.people.Addresses.Kept;
import org.alongside.people.Addresses.Opened;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/** @param opened the one address that was opened on purpose, in this answer only */
record AddressesPage(UUID id, List<Kept> kept, List<Option> reasons, Problems problems, @Nullable UUID openedId, @Nullable Opened opened) {}
