/** The people a worker knows outside work, said by the worker, so that none of them, and nobody of theirs, is ever given to them. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "organisations", "audit", "people", "matching", "retention"})
@NullMarked
package org.alongside.known;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
