@NullMarked
package org.alongside.directory.web;

import org.jspecify.annotations.NullMarked;
