@NullMarked
package org.alongside.access.web;

import org.jspecify.annotations.NullMarked;
