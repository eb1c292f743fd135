@NullMarked
package org.alongside.selfassessment.web;

import org.jspecify.annotations.NullMarked;
