/** Accounts of residents: for whoever wishes to come back to what they wrote. Nothing tells a stranger whether an address has one. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "organisations", "messages", "helpline"})
@NullMarked
package org.alongside.residents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
