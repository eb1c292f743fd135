/** Where clients were sent on, and how it went by their own account: believed, dismissed, or refused for their gender. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "organisations", "audit", "people", "directory", "casework"})
@NullMarked
package org.alongside.onward;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
