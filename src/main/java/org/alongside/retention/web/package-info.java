@NullMarked
package org.alongside.retention.web;

import org.jspecify.annotations.NullMarked;
