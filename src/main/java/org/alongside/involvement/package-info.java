/** Survivors who steer what an organisation does: who is in the group, what they said yes to, what they are paid, and what changed because of them. */
@ApplicationModule(allowedDependencies = {"shared", "files", "access", "ui", "organisations", "audit", "standards"})
@NullMarked
package org.alongside.involvement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
