/**
 * Real state-channel wallets on loopback: they sign, store, talk to each other and settle on a chain.
 *
 * <p>Imports {@code load}, {@code targets}, {@code account}, {@code contract}, {@code rig.chain} and {@code rig.database}.
 * Start reading at {@link rig.wallet.WalletRig} (all wallets of a run), then {@link rig.wallet.WalletNode} (one), then
 * {@link rig.wallet.Channels} (the single writer of each channel). What may be signed is in {@code rig.wallet.channel}.
 */
@NullMarked
package rig.wallet;

import org.jspecify.annotations.NullMarked;
