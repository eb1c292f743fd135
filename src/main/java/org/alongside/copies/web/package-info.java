@NullMarked
package org.alongside.copies.web;

import org.jspecify.annotations.NullMarked;
