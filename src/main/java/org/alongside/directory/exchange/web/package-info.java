@NullMarked
package org.alongside.directory.exchange.web;

import org.jspecify.annotations.NullMarked;
