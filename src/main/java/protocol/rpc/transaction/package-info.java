/**
 * Transactions on one chain, from a wish to a block: fees and gas that are known before, nonces, signatures, and what becomes of each.
 *
 * <p>Knows nothing of Gatling's sessions and actions. Imports {@code account} for keys and nonces, {@code protocol.rpc.chain} and {@code
 * protocol.rpc.node} for the chain. Start reading at {@link protocol.rpc.transaction.Sender}.
 */
@NullMarked
package protocol.rpc.transaction;

import org.jspecify.annotations.NullMarked;
