package org.alongside;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {
    @Test
    void every_module_keeps_to_its_declared_neighbours() {
        ApplicationModules.of(Alongside.class).verify();
    }
}
