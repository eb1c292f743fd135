/** Who is on duty when, so that whoever must be told is somebody who is there. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "organisations", "audit"})
@NullMarked
package org.alongside.rota;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
