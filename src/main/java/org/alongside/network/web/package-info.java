@NullMarked
package org.alongside.network.web;

import org.jspecify.annotations.NullMarked;
