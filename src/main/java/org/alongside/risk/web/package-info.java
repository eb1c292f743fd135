@NullMarked
package org.alongside.risk.web;

import org.jspecify.annotations.NullMarked;
