@NullMarked
package org.alongside.instruments.web;

import org.jspecify.annotations.NullMarked;
