/** Each time something was done to a client, by whom, and whether it is a repeat by the same person. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "organisations", "audit", "people", "casework", "orders"})
@NullMarked
package org.alongside.incidents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
