@NullMarked
package org.alongside.correction.web;

import org.jspecify.annotations.NullMarked;
