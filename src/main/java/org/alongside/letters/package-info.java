/** Letters to agencies on a client's behalf: made of what is known already, only of what may be told, and entered in the ledger. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "organisations", "audit", "people", "disclosure", "casework", "risk"})
@NullMarked
package org.alongside.letters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
