/**
 * What must stay true of transactions on a chain, and of what is read of one, one file per invariant.
 *
 * <p>{@link invariant.rollup.Transactions} keeps what the run says of them and what the blocks say, which a second reader has read in the
 * end. Start reading at {@link invariant.rollup.RollupInvariants}. Imports {@code history} and {@code invariant}.
 */
@NullMarked
package invariant.rollup;

import org.jspecify.annotations.NullMarked;
