@NullMarked
package org.alongside.residents.web;

import org.jspecify.annotations.NullMarked;
