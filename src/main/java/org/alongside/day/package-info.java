/** One worker's day: what is owed, in which case, and who has not been heard from. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "organisations", "audit", "people", "casework", "appointments", "risk", "correction"})
@NullMarked
package org.alongside.day;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
