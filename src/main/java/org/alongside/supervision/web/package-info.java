@NullMarked
package org.alongside.supervision.web;

import org.jspecify.annotations.NullMarked;
