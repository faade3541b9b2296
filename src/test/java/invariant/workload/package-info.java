/** Tests of the judges of workloads, over histories in {@code src/test/resources/histories}. */
@NullMarked
package invariant.workload;

import org.jspecify.annotations.NullMarked;
