package protocol.engine;

import io.gatling.javaapi.core.Session;
import io.netty.channel.EventLoop;
import java.util.concurrent.atomic.AtomicInteger;

/** The smallest protocol: what one of ours has to write, and no more. */
record TinyProtocol(Engine engine, String url) implements EngineProtocol {

  static final ComponentsKey<TinyProtocol, Tiny> KEY = new ComponentsKey<>(TinyProtocol.class, Tiny::new);

  /** Its components: one transport. The counters are for the tests. */
  static final class Tiny implements Components {

    static final AtomicInteger OPENED = new AtomicInteger();
    static final AtomicInteger CLOSED = new AtomicInteger();
    static final AtomicInteger BEGAN = new AtomicInteger();
    static final AtomicInteger LEFT = new AtomicInteger();

    final TinyProtocol settings;
    final RpcTransport http;

    Tiny(TinyProtocol settings, Injector injector) {
      this.settings = settings;
      this.http = injector.http(HttpSettings.defaults());
      OPENED.incrementAndGet();
    }

    @Override
    public Session onStart(Session session) {
      BEGAN.incrementAndGet();
      return session.set("greeted", true);
    }

    @Override
    public void onExit(long user, EventLoop loop) {
      http.flush(user, loop);
      LEFT.incrementAndGet();
    }

    @Override
    public void close() {
      http.close();
      CLOSED.incrementAndGet();
    }
  }
}
