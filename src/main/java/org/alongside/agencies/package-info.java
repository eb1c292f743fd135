/** Which agencies and teams there are around us, so that it can be said how many of them were trained and how often they ask. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "organisations", "audit"})
@NullMarked
package org.alongside.agencies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
