/** Moves somebody across the wall when who harms whom is seen the other way round: closed on one side with all that follows, taken on by the other, and undone when that was wrong. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "organisations", "audit", "people", "messages", "retention", "casework"})
@NullMarked
package org.alongside.correction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
