/** What a supervisor and a worker talk about between themselves, and what a manager decides about a case when asked. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "organisations", "audit", "people", "retention", "casework"})
@NullMarked
package org.alongside.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
