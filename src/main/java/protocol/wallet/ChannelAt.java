package protocol.wallet;

/**
 * A channel at one of its wallets.
 *
 * @param server the wallet's role, for example {@code A}
 * @param channelId 32-byte hex, with 0x
 */
public record ChannelAt(String server, String channelId) {}
