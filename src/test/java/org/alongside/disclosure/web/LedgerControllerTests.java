package org.alongside.disclosure.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import org.alongside.World;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.shared.NotFound;
import org.junit.jupiter.api.Test;
import org.springframework.ui.ExtendedModelMap;

class LedgerControllerTests {
    @Test
    void a_volunteer_does_not_read_why_something_was_shared() {
        Actor.Worker volunteer = new Actor.Worker(World.MINA.worker(), World.MINA.organisation(), World.MINA.side(), Set.of(Role.VOLUNTEER));

        assertThatThrownBy(() -> new LedgerController(null).ledger(UUID.randomUUID(), volunteer, new ExtendedModelMap())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> new LedgerController(null).ledger(UUID.randomUUID(), World.MINA, new ExtendedModelMap())).as("a support worker goes on to the page").isInstanceOf(NullPointerException.class);
    }
}
