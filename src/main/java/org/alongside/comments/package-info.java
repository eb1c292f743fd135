/** What people say under a post: held until somebody has read it, and never shown before. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "organisations", "audit", "messages", "directory", "helpline", "files", "residents"})
@NullMarked
package org.alongside.comments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
