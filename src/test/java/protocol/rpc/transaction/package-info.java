/** Tests of transactions from a wish to a block. */
@NullMarked
package protocol.rpc.transaction;

import org.jspecify.annotations.NullMarked;
