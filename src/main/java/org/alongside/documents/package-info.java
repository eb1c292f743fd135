/** The files of a case: kept as they came, sealed; what is given away of them is a copy with nothing hidden in it, and stands in the ledger. */
@ApplicationModule(allowedDependencies = {"shared", "files", "access", "ui", "organisations", "audit", "people", "disclosure", "casework"})
@NullMarked
package org.alongside.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
