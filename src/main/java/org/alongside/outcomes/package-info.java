/** How things are with a client at intake, on the way and at the end, as the worker sees it and as the client sees it. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "organisations", "audit", "instruments", "people", "casework"})
@NullMarked
package org.alongside.outcomes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
