@NullMarked
package org.alongside.documents.web;

import org.jspecify.annotations.NullMarked;
