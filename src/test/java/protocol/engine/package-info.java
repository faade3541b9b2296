/**
 * Tests of the engine, and the kit they share: {@link protocol.engine.Bench} runs one action without a simulation, {@link
 * protocol.engine.Stage} runs a simulation in this JVM and reads its log, {@link protocol.engine.FaultServer} answers badly on demand.
 */
@NullMarked
package protocol.engine;

import org.jspecify.annotations.NullMarked;
