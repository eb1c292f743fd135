/** Remembers who looked at or changed what, so that it cannot be quietly changed. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "organisations"})
@NullMarked
package org.alongside.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
