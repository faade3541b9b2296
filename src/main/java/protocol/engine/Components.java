package protocol.engine;

import io.gatling.javaapi.core.Session;
import io.netty.channel.EventLoop;

/** What a protocol needs while it runs, its clients above all: opened once per run and settings, shared by scenarios. */
public interface Components extends AutoCloseable {

  /** A virtual user begins; on its event loop. */
  default Session onStart(Session session) {
    return session;
  }

  /** A virtual user ends; on its event loop. Not called for users that are still active when a run is cut short. */
  default void onExit(long user, EventLoop loop) {}

  /** The run is over. From here on nothing may be sent, and nobody may be called back. Must not throw. */
  @Override
  void close();
}
