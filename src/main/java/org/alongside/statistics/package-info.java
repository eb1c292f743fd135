/** Says what answers before and after can and cannot show, exactly where they are few. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package org.alongside.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
