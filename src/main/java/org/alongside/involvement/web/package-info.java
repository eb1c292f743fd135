@NullMarked
package org.alongside.involvement.web;

import org.jspecify.annotations.NullMarked;
