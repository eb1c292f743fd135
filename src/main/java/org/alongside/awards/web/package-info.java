@NullMarked
package org.alongside.awards.web;

import org.jspecify.annotations.NullMarked;
