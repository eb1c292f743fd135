@NullMarked
package org.alongside.safeguarding.web;

import org.jspecify.annotations.NullMarked;
