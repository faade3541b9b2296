/**
 * Judges of the workloads that Jepsen made usual: bank, set, counter, list-append and register, for histories of any system.
 *
 * <p>Imports {@code history} and {@code invariant} only. Start reading at {@link invariant.workload.Workload}; docs/history.md tells what each
 * asks and answers.
 */
@NullMarked
package invariant.workload;

import org.jspecify.annotations.NullMarked;
