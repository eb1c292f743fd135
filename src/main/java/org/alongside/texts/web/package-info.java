@NullMarked
package org.alongside.texts.web;

import org.jspecify.annotations.NullMarked;
