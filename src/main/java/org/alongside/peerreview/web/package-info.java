@NullMarked
package org.alongside.peerreview.web;

import org.jspecify.annotations.NullMarked;
