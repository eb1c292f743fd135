package org.alongside.copies;

import org.alongside.shared.Sector;
import org.alongside.standards.Edition;
import org.jspecify.annotations.Nullable;

/** What somebody typed who would like a copy. @param sector where they work; null where they did not say @param wantsNews whether they agree to be told of a new version */
public record CopyAsked(String email, Edition edition, @Nullable Sector sector, boolean wantsNews, boolean welsh) {}
