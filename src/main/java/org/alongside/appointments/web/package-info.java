@NullMarked
package org.alongside.appointments.web;

import org.jspecify.annotations.NullMarked;
