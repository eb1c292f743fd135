/** Concerns that a child or an adult is at risk: raised by anyone, decided by a lead, referred, and followed to an outcome. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "organisations", "audit", "people", "messages", "casework"})
@NullMarked
package org.alongside.safeguarding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
