/**
 * How our protocols stand in Gatling: the one door to {@code io.gatling.core} and to Scala.
 *
 * <p>Imports Gatling, Netty and {@code history}; every protocol imports it, it imports none of them. Start reading at {@link
 * protocol.engine.ComponentsKey}, which makes the actions of a protocol, then {@link protocol.engine.Turn}, which is what an action
 * has in hand while a virtual user passes. The traps that it closes are named where they are closed.
 */
@NullMarked
package protocol.engine;

import org.jspecify.annotations.NullMarked;
