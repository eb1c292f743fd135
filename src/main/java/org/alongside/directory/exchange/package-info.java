/** Takes directories of others in, looked at before anything of them shows, and gives ours away whole (docs/adr/0036). */
@NullMarked
package org.alongside.directory.exchange;

import org.jspecify.annotations.NullMarked;
