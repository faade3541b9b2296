/**
 * One chain's nodes over JSON-RPC: requests and answers in bytes, what an error means, and which endpoint is asked.
 *
 * <p>Knows nothing of Gatling's sessions and actions. Imports {@code protocol.engine} for its transports. Start reading at {@link
 * protocol.rpc.node.Node}.
 */
@NullMarked
package protocol.rpc.node;

import org.jspecify.annotations.NullMarked;
