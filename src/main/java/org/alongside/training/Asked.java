package org.alongside.training;

import java.util.UUID;
import org.alongside.shared.Sector;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says who asks for a place.
 *
 * @param workplace where they work, when it is not on the list
 * @param needs what they need to take part; empty for nothing
 */
public record Asked(String name, String email, Sector sector, @Nullable UUID agency, @Nullable UUID team, String workplace, String needs, boolean welsh) {}
