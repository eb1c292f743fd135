@NullMarked
package org.alongside.engagement.web;

import org.jspecify.annotations.NullMarked;
