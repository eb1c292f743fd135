@NullMarked
package org.alongside.matching.web;

import org.jspecify.annotations.NullMarked;
