/** Keeps the directory true: those whom a service named are asked, anybody may say what is wrong, and links are looked at. */
@NullMarked
package org.alongside.directory.assurance;

import org.jspecify.annotations.NullMarked;
