/** Practitioners of all organisations here who help each other: verified by their own organisation, private to members, moderated before anything shows. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "organisations", "audit", "messages", "files"})
@NullMarked
package org.alongside.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
