/**
 * The end of a run, as steps of a simulation: drain what is pending, read the final state, judge the invariants.
 *
 * <p>A simulation imports {@link protocol.audit.AuditDsl} alone. Imports {@code protocol.engine}.
 */
@NullMarked
package protocol.audit;

import org.jspecify.annotations.NullMarked;
