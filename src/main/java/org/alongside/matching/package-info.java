/** Says whether a person is already known, why we think so, and who must be asked. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "organisations", "audit", "people"})
@NullMarked
package org.alongside.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
