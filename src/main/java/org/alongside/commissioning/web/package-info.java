@NullMarked
package org.alongside.commissioning.web;

import org.jspecify.annotations.NullMarked;
