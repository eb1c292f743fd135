@NullMarked
package org.alongside.programme.web;

import org.jspecify.annotations.NullMarked;
