/** Which kinds of file are taken in, what in one could point to a person, and copies with nothing hidden in them. */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package org.alongside.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
