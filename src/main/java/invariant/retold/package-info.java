/**
 * Runs retold as workloads that others know how to judge, in Jepsen's form.
 *
 * <p>Imports {@code history} and {@code invariant} only. Start reading at {@link invariant.retold.Retelling}.
 */
@NullMarked
package invariant.retold;

import org.jspecify.annotations.NullMarked;
