/** Says when a record's time is up; its owner erases or counts it. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "organisations", "audit", "people", "matching", "messages", "disclosure"})
@NullMarked
package org.alongside.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
