/** Service standards as data: what good looks like for those who support men, and everybody around them. */
@ApplicationModule(allowedDependencies = {"shared", "ui"})
@NullMarked
package org.alongside.standards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
