@NullMarked
package org.alongside.safetyplan.web;

import org.jspecify.annotations.NullMarked;
