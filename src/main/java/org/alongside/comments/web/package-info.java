@NullMarked
package org.alongside.comments.web;

import org.jspecify.annotations.NullMarked;
