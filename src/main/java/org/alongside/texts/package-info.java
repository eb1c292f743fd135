/** Texts from the work phone: only while the client says a text is safe, in words anybody may read, and in the log. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "organisations", "audit", "people", "messages", "casework"})
@NullMarked
package org.alongside.texts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
