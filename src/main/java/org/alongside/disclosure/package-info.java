/** Computes what a document may hold for its recipient, and keeps the ledger of what was shared and on what basis. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "organisations", "audit", "people"})
@NullMarked
package org.alongside.disclosure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
