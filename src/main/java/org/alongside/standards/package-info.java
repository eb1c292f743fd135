/** Service standards as data: what good looks like for those who support people, and everybody around them; who keeps them, and beside which others they stand. */
@ApplicationModule(allowedDependencies = {"shared", "access", "operator", "ui", "organisations", "audit"})
@NullMarked
package org.alongside.standards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
