package protocol.engine;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for which answer on a connection that carries many at once. Register, and only then send. Confined to an event loop.
 *
 * @param <T> what somebody waits for
 */
public final class Correlator<T> {

  private final EventLoop loop;
  private final Map<Long, Waiting<T>> waiting = new HashMap<>();

  private record Waiting<T>(T who, Future<?> deadline) {}

  /** A correlator on its event loop. */
  public Correlator(EventLoop loop) {
    this.loop = loop;
  }

  /**
   * Somebody waits for the answer of the given id from now on.
   *
   * @param late called when the time has passed before anybody has taken it
   */
  public void register(long id, T who, Duration timeout, Consumer<T> late) {
    Future<?> deadline = loop.schedule(() -> {
      if (waiting.remove(id) != null) {
        late.accept(who);
      }
    }, timeout.toNanos(), TimeUnit.NANOSECONDS);
    waiting.put(id, new Waiting<>(who, deadline));
  }

  /** Who waits for this answer, and no longer does; null when nobody does, or nobody does any more. */
  public @Nullable T take(long id) {
    Waiting<T> found = waiting.remove(id);
    if (found == null) {
      return null;
    }
    found.deadline().cancel(false);
    return found.who();
  }

  /** Everybody who waits, and no longer does. */
  public List<T> takeAll() {
    List<Waiting<T>> all = List.copyOf(waiting.values());
    waiting.clear();
    all.forEach(one -> one.deadline().cancel(false));
    return all.stream().map(Waiting::who).toList();
  }
}
