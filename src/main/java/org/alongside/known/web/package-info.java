@NullMarked
package org.alongside.known.web;

import org.jspecify.annotations.NullMarked;
