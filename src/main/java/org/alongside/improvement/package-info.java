/** What an organisation will make better: by whom, until when, in which steps, and what shows that it is done. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "organisations", "audit", "messages", "standards", "selfassessment"})
@NullMarked
package org.alongside.improvement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
