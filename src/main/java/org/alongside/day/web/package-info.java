@NullMarked
package org.alongside.day.web;

import org.jspecify.annotations.NullMarked;
