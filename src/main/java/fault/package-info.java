/**
 * What may be broken while a run is under way, and how it is healed.
 *
 * <p>Plain Java over {@code history} and {@code targets}; no Gatling. A new fault is one file that implements {@link fault.Fault} ({@code
 * docs/creating-a-fault.md}). Start reading there, then at {@link fault.FaultInjector}, which breaks, heals and keeps what happened.
 */
@NullMarked
package fault;

import org.jspecify.annotations.NullMarked;
