/** What one side of the wall tells the other: a short list, in one direction. */
@ApplicationModule(allowedDependencies = {"shared", "access", "audit"})
@NullMarked
package org.alongside.crossing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
