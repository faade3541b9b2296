package protocol.wallet;

import io.netty.channel.EventLoop;

/**
 * Who asks.
 *
 * @param user the virtual user
 * @param loop its event loop, on which answers arrive
 */
public record Caller(long user, EventLoop loop) {}
