/** What the person who runs Alongside needs: the database at hand, the keys, clear words when something is wrong, backup and restore, an organisation's data to take away. */
@ApplicationModule(allowedDependencies = {"shared", "access"})
@NullMarked
package org.alongside.operator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
