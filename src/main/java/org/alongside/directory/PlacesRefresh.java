package org.alongside.directory;

import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.directory.gazetteer.Gazetteer;
import org.alongside.directory.gazetteer.LoadedPlaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.stereotype.Component;

/** Lays what an operator loaded over the table of places, here and on every other instance. */
@Component
class PlacesRefresh {
    private static final Logger LOG = LoggerFactory.getLogger(PlacesRefresh.class);
    private final Places places;
    private final LoadedPlaces loaded;
    private Optional<UUID> version = Optional.empty();

    PlacesRefresh(Places places, LoadedPlaces loaded) {
        this.places = places;
        this.loaded = loaded;
    }

    /** @return whether places are known anew. When the database is away they stay as they are, and the next look finds it */
    synchronized boolean lookAgain() {
        try {
            Optional<UUID> now = Acting.as(new Actor.Public(), loaded::version);
            if (now.equals(version)) return false;
            places.know(Gazetteer.shippedUnder(Acting.as(new Actor.Public(), loaded::read)));
            version = now;
            return true;
        } catch (NestedRuntimeException away) {
            LOG.debug("Places could not be looked at again ({})", away.getClass().getSimpleName());
            return false;
        }
    }
}
