@NullMarked
package org.alongside.improvement.web;

import org.jspecify.annotations.NullMarked;
