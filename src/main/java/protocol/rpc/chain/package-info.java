/**
 * One watcher of a chain for all users: its heads, its receipts block by block, and what becomes of the transactions that somebody
 * waits for, reorganisations included.
 *
 * <p>Knows nothing of Gatling's sessions and actions. Imports {@code protocol.rpc.node} and {@code protocol.engine}. Start reading at
 * {@link protocol.rpc.chain.ChainWatcher}.
 */
@NullMarked
package protocol.rpc.chain;

import org.jspecify.annotations.NullMarked;
