/** Each person once per organisation: names, relations between people, safe contact, guarded addresses. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "audit", "organisations"})
@NullMarked
package org.alongside.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
