/** Those who pay for services ask how many men were reached and what is planned, and see the answer; never a person. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "organisations", "audit", "messages", "files", "people", "referral", "casework", "improvement"})
@NullMarked
package org.alongside.commissioning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
