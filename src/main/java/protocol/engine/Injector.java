package protocol.engine;

import io.gatling.core.CoreComponents;
import io.gatling.core.config.NettyConfiguration;
import io.gatling.netty.util.Transports;
import io.netty.channel.EventLoopGroup;

/** The load generator that a protocol's components are opened in. */
public final class Injector {

  private final CoreComponents core;

  Injector(CoreComponents core) {
    this.core = core;
  }

  /** A transport over HTTP on this injector's event loops; the protocol's components close it. */
  public RpcTransport http(HttpSettings settings) {
    NettyConfiguration netty = core.configuration().netty();
    return new HttpTransport(settings, netty.useNativeTransport(), netty.useIoUring());
  }

  /** WebSockets on this injector's event loops; the protocol's components close them. */
  public WsTransport sockets(HttpSettings settings) {
    NettyConfiguration netty = core.configuration().netty();
    return new GatlingSockets(settings, netty.useNativeTransport(), netty.useIoUring());
  }

  /** An event loop of one's own, for work that no virtual user should wait for; whoever asks for it shuts it down. */
  public EventLoopGroup loop(String name) {
    NettyConfiguration netty = core.configuration().netty();
    return Transports.newEventLoopGroup(netty.useNativeTransport(), netty.useIoUring(), 1, name);
  }

  /** The event loops of the virtual users. */
  public EventLoopGroup loops() {
    return core.eventLoopGroup();
  }
}
