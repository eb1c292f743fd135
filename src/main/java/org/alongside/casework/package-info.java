/** Holds a client's case: allocation, contacts, needs, goals, advocacy, crisis, closure. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "organisations", "audit", "instruments", "people", "matching", "referral", "retention"})
@NullMarked
package org.alongside.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
