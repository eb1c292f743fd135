/** Makes posters and leaflets, with people on them who see themselves, out of what the directory knows. */
@ApplicationModule(allowedDependencies = {"shared", "ui", "directory", "helpline"})
@NullMarked
package org.alongside.posters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
