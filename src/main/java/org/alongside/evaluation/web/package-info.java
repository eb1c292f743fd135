@NullMarked
package org.alongside.evaluation.web;

import org.jspecify.annotations.NullMarked;
