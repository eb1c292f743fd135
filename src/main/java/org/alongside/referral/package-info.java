/** Receives, screens, accepts, declines and passes on referrals. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "organisations", "audit", "people", "disclosure", "matching", "messages", "helpline", "retention", "rota"})
@NullMarked
package org.alongside.referral;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
