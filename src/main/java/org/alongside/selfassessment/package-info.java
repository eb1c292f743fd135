/** An organisation looks at itself by a standard, says what is so and what is not yet, and shows it. */
@ApplicationModule(allowedDependencies = {"shared", "files", "access", "ui", "organisations", "audit", "messages", "standards", "involvement"})
@NullMarked
package org.alongside.selfassessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
