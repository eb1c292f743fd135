@NullMarked
package org.alongside.disclosure.web;

import org.jspecify.annotations.NullMarked;
