/** Takes people who harm from suitability to completion. What their partners say stays behind the wall. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "organisations", "audit", "people", "instruments", "messages", "retention", "helpline", "casework", "letters", "crossing", "outcomes"})
@NullMarked
package org.alongside.programme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
