@NullMarked
package org.alongside.helpline.web;

import org.jspecify.annotations.NullMarked;
