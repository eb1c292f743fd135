/** Stands beside the partners of those who take part in a programme, on the side of those harmed: offers contact, answers each piece of news, and escalates when nobody does. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "organisations", "audit", "people", "matching", "messages", "rota", "retention", "casework", "crossing", "outcomes"})
@NullMarked
package org.alongside.partnersupport;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
