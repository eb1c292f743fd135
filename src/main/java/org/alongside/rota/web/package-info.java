@NullMarked
package org.alongside.rota.web;

import org.jspecify.annotations.NullMarked;
