/** The orders that protect a client: what they forbid, whom they bind, when they run out, and each time one was broken. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "organisations", "audit", "people", "casework"})
@NullMarked
package org.alongside.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
