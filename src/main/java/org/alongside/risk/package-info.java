/** Guides a conversation about danger and records the worker's own judgement and review dates. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "organisations", "audit", "instruments", "people", "messages", "referral", "casework", "orders", "incidents"})
@NullMarked
package org.alongside.risk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
