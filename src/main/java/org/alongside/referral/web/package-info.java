@NullMarked
package org.alongside.referral.web;

import org.jspecify.annotations.NullMarked;
