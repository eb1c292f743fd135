/** Somebody from another organisation looks at a self-assessment, writes down what they saw, and hears what is answered. */
@ApplicationModule(allowedDependencies = {"shared", "files", "access", "ui", "organisations", "audit", "messages", "standards", "selfassessment"})
@NullMarked
package org.alongside.peerreview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
