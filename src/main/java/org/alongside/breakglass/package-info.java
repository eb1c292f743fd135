/** Opens one case for an hour, in an emergency, to somebody whose work does not open cases, and has somebody else look at it afterwards. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "organisations", "audit", "people", "messages", "casework", "risk", "safetyplan", "rota"})
@NullMarked
package org.alongside.breakglass;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
