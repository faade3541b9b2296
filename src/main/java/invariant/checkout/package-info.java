/**
 * What must stay true of checkouts: stock, credit and orders, one file per invariant.
 *
 * <p>{@link invariant.checkout.Books} keeps a whole history in columns of numbers, fed once for all judges; a judge reads them when all has
 * been seen. Start reading at {@link invariant.checkout.CheckoutInvariants}. Imports {@code history} and {@code invariant}.
 */
@NullMarked
package invariant.checkout;

import org.jspecify.annotations.NullMarked;
