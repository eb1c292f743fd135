/** The few words every module uses. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.alongside.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
