/** Tests of the watcher of a chain, most of them against a scripted node on real sockets. */
@NullMarked
package protocol.rpc.chain;

import org.jspecify.annotations.NullMarked;
