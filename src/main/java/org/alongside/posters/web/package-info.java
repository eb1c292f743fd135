@NullMarked
package org.alongside.posters.web;

import org.jspecify.annotations.NullMarked;
