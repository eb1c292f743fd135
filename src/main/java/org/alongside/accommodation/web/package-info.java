@NullMarked
package org.alongside.accommodation.web;

import org.jspecify.annotations.NullMarked;
