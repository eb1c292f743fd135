@NullMarked
package org.alongside.incidents.web;

import org.jspecify.annotations.NullMarked;
