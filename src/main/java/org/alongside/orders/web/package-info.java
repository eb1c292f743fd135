@NullMarked
package org.alongside.orders.web;

import org.jspecify.annotations.NullMarked;
