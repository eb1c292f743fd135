/** Brings old cases in from another system, and takes them back when that went wrong. */
@ApplicationModule(allowedDependencies = {"shared", "access", "operator", "organisations", "audit", "people", "retention", "referral", "casework"})
@NullMarked
package org.alongside.moving;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
