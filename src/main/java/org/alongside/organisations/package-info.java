/** Agencies, teams and workers, and how workers sign in. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui"})
@NullMarked
package org.alongside.organisations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
