/**
 * The bodies of docs/wallet-api.md, as Jackson reads and writes them, and their way into {@link rig.wallet.channel}.
 *
 * <p>Whatever comes in is checked here for its form, and there for what it means. Start reading at
 * {@link rig.wallet.wire.Message} and {@link rig.wallet.wire.ChannelBody}.
 */
@NullMarked
package rig.wallet.wire;

import org.jspecify.annotations.NullMarked;
