@NullMarked
package org.alongside.letters.web;

import org.jspecify.annotations.NullMarked;
