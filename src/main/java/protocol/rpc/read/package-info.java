/**
 * Reads of chains: a weighted mix of methods, filled with what there is on the chain; ever more of them, up to the knee; or the same ones
 * of two nodes, whose answers must agree.
 *
 * <p>A simulation imports {@link protocol.rpc.read.ReadDsl} for its verbs, {@link protocol.rpc.read.MethodsFile} for its mix, {@link
 * protocol.rpc.read.Survey} for what to ask about. Imports {@code protocol.engine}, {@code protocol.rpc.node} and plain packages.
 */
@NullMarked
package protocol.rpc.read;

import org.jspecify.annotations.NullMarked;
