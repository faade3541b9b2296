/** Tests of one chain over JSON-RPC, most of them against a scripted node on real sockets. */
@NullMarked
package protocol.rpc.node;

import org.jspecify.annotations.NullMarked;
