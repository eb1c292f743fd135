/** Copies of standards for whoever confirms an address: as a document, on paper, and with news of a new version for those who agree. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "organisations", "messages", "standards"})
@NullMarked
package org.alongside.copies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
