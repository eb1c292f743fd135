@NullMarked
package org.alongside.training.web;

import org.jspecify.annotations.NullMarked;
