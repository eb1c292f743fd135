/** Courses, webinars and their cohorts: who asked for a place, who has one, who came, and which teams were trained. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "organisations", "audit", "agencies", "messages", "referral", "evaluation"})
@NullMarked
package org.alongside.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
