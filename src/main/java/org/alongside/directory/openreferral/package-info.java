/** The directory as Open Referral writes it: one shape that is valid HSDS-UK 3.0 and HSDS 3.1 (docs/adr/0033). */
@NullMarked
package org.alongside.directory.openreferral;

import org.jspecify.annotations.NullMarked;
