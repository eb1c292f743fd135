@NullMarked
package org.alongside.organisations.web;

import org.jspecify.annotations.NullMarked;
