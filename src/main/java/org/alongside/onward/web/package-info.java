@NullMarked
package org.alongside.onward.web;

import org.jspecify.annotations.NullMarked;
