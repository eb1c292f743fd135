/** What survivors say beside the statements of a standard: lent, looked at by two, and gone when they say so. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "organisations", "audit", "files", "standards"})
@NullMarked
package org.alongside.voices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
