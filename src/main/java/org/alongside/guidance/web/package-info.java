@NullMarked
package org.alongside.guidance.web;

import org.jspecify.annotations.NullMarked;
