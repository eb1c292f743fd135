@NullMarked
package org.alongside.standards.web;

import org.jspecify.annotations.NullMarked;
