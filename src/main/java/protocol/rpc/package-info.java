/**
 * How Gatling speaks to Ethereum nodes: any method of JSON-RPC, batches, subscriptions, and transactions that are followed into their
 * block.
 *
 * <p>A simulation imports {@link protocol.rpc.RpcDsl} alone. Other protocols may import this one. Below it: {@code node} (one chain over
 * JSON-RPC). Imports {@code protocol.engine} and the plain packages below it.
 */
@NullMarked
package protocol.rpc;

import org.jspecify.annotations.NullMarked;
