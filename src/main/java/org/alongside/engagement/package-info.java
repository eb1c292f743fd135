/** Campaigns and posts: what a service says to everybody, and what it asks them. Whose help there is stands above every word of it. */
@ApplicationModule(allowedDependencies = {"shared", "access", "ui", "organisations", "audit", "instruments", "directory", "helpline", "files", "comments"})
@NullMarked
package org.alongside.engagement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
