@NullMarked
package org.alongside.voices.web;

import org.jspecify.annotations.NullMarked;
