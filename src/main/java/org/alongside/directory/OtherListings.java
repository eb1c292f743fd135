package org.alongside.directory;

import java.util.List;

/** Another room whose offers can be found too, such as the helplines. Answered from memory. */
public interface OtherListings {
    List<Listing> listings();
}
