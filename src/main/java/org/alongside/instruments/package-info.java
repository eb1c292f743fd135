/** Every set of questions we ask: versioned, answered once, shown anywhere. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "organisations", "audit"})
@NullMarked
package org.alongside.instruments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
