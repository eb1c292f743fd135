/** How things are with a client at intake, on the way and at the end, and with participants and, never mixed with them, partners through the time of a programme: each as they see it. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "organisations", "audit", "instruments", "people", "casework"})
@NullMarked
package org.alongside.outcomes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
