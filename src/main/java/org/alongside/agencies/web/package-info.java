@NullMarked
package org.alongside.agencies.web;

import org.jspecify.annotations.NullMarked;
