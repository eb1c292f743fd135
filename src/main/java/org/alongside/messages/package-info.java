/** Sends a message only by a route the person said is safe. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "organisations", "audit", "people", "matching"})
@NullMarked
package org.alongside.messages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
