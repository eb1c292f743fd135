/** Somebody else than the reviewer decides; what was decided stands in a public register for as long as something shows it. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "organisations", "audit", "messages", "operator", "directory", "standards", "selfassessment", "peerreview"})
@NullMarked
package org.alongside.awards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
