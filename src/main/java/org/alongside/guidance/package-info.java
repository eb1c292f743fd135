/** Says in plain words what abuse is, what help is, and what happens next. */
@ApplicationModule(allowedDependencies = {"shared", "ui", "directory", "helpline"})
@NullMarked
package org.alongside.guidance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
