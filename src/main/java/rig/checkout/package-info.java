/**
 * An embedded checkout: order, stock and payment services that speak HTTP, with a database each and a saga between them.
 *
 * <p>May import {@code rig.database} and {@code targets}. Start reading at {@link rig.checkout.CheckoutRig}; the saga is
 * {@code Checkouts}.
 */
@NullMarked
package rig.checkout;

import org.jspecify.annotations.NullMarked;
