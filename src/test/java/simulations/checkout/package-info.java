/** Load for order, stock and payment services; start reading at {@link simulations.checkout.CheckoutStressSimulation}. */
@NullMarked
package simulations.checkout;

import org.jspecify.annotations.NullMarked;
