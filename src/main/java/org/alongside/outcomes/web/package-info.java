@NullMarked
package org.alongside.outcomes.web;

import org.jspecify.annotations.NullMarked;
