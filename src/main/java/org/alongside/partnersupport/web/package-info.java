@NullMarked
package org.alongside.partnersupport.web;

import org.jspecify.annotations.NullMarked;
