/** When and where a worker and a client meet, safely for both: venue, interpreter, and somebody who asks when a worker out alone is not back. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "organisations", "audit", "people", "messages", "casework"})
@NullMarked
package org.alongside.appointments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
