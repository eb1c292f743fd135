/** Service standards as data: what good looks like for those who support people, and everybody around them; who keeps them, beside which others they stand, and what survivors say. */
@ApplicationModule(allowedDependencies = {"shared", "access", "operator", "ui", "organisations", "audit", "messages", "files"})
@NullMarked
package org.alongside.standards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
