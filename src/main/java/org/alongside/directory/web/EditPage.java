package org.alongside.directory.web;

import java.util.List;
import java.util.UUID;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/** The words of one entry, to be written. @param id null for a new one */
record EditPage(@Nullable UUID id, EntryForm form, Problems problems, List<Option> offerers) {}
