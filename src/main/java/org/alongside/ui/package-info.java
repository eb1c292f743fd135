/** The frame round every page: layout, form fields, errors, notices, charts, Exit this page. */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package org.alongside.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
