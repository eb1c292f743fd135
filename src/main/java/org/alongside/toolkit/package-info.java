/** Routine-enquiry prompts and guidance for professionals. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "organisations", "audit", "agencies", "directory", "helpline", "referral"})
@NullMarked
package org.alongside.toolkit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
