/** Reads of chains, against nodes that do what a test tells them, and against a real one. */
@NullMarked
package protocol.rpc.read;

import org.jspecify.annotations.NullMarked;
