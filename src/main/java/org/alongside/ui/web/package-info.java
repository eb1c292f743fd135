@NullMarked
package org.alongside.ui.web;

import org.jspecify.annotations.NullMarked;
