/**
 * How Gatling speaks to state-channel wallets: the verbs, their two latencies, and the seam for other wallets.
 *
 * <p>A simulation imports {@link protocol.wallet.WalletDsl} alone. A wallet of another kind is one implementation of
 * {@link protocol.wallet.WalletClient}. Imports {@code protocol.engine} and the plain packages below it.
 */
@NullMarked
package protocol.wallet;

import org.jspecify.annotations.NullMarked;
