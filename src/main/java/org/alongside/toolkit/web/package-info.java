@NullMarked
package org.alongside.toolkit.web;

import org.jspecify.annotations.NullMarked;
