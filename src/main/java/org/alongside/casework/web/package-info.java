@NullMarked
package org.alongside.casework.web;

import org.jspecify.annotations.NullMarked;
