/** Lines, their hours, and the log of calls, chats and e-mails, named or anonymous. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "organisations", "audit", "directory", "retention"})
@NullMarked
package org.alongside.helpline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
