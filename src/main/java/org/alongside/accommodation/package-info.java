/** Safe accommodation: what a household needs, which places were asked, and the need that was not met. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "organisations", "audit", "people", "casework"})
@NullMarked
package org.alongside.accommodation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
