@NullMarked
package org.alongside.directory.assurance.web;

import org.jspecify.annotations.NullMarked;
