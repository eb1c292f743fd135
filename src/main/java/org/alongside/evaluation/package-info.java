/** Asks before, after and three months later, and tells the truth about what the answers can show. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "organisations", "audit", "instruments", "retention", "statistics"})
@NullMarked
package org.alongside.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
