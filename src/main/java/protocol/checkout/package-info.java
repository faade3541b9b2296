/**
 * Order, stock and payment services: the verbs of their shoppers, the look before a run and the reads after it.
 *
 * <p>A simulation imports {@link protocol.checkout.CheckoutDsl} alone. The load goes over Gatling's own HTTP DSL, the final reads over {@code
 * protocol.engine}'s transport; which paths a dialect has is data, in {@link protocol.checkout.Call}. Imports {@code protocol.engine}, {@code
 * history} and {@code targets}.
 */
@NullMarked
package protocol.checkout;

import org.jspecify.annotations.NullMarked;
