/** Where outward codes lie: the table that comes with the software, and what an operator laid over it (docs/adr/0035). */
@NullMarked
package org.alongside.directory.gazetteer;

import org.jspecify.annotations.NullMarked;
