@NullMarked
package org.alongside.breakglass.web;

import org.jspecify.annotations.NullMarked;
