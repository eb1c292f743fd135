/** The plan a client agrees to, in their words, and where it is safe to keep. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "organisations", "audit", "people", "disclosure", "casework"})
@NullMarked
package org.alongside.safetyplan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
