/** Helps anyone find a service for their place and need, with no account. */
@ApplicationModule(allowedDependencies = {"shared", "access", "operator", "ui", "organisations", "messages"})
@NullMarked
package org.alongside.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
