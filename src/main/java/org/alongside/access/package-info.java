/** Knows who is asking, for whom and why, and tells the database. */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package org.alongside.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
