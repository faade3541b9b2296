package fault;

import history.Event;
import history.Note;
import history.RunClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

/** A run in which something is broken that a test has in hand, with little patience. */
final class Rehearsal implements AutoCloseable {

  static final Duration MOMENT = ofMillis(20);
  static final Duration LONG = Duration.ofHours(1);

  final List<Event> events = new CopyOnWriteArrayList<>();
  final List<String> told = new CopyOnWriteArrayList<>();
  final Rehearsed fault = new Rehearsed();
  /** Open until the test is over. */
  final CountDownLatch never = new CountDownLatch(1);
  final FaultInjector injector = new FaultInjector(events::add, RunClock.startingNow(),
      new Patience(ofMillis(300), ofMillis(300), ofSeconds(4), ofMillis(300), ofMillis(10)), told::add);

  /** A window from its beginning to its end. */
  FaultWindow window(Duration duration) throws Exception {
    return opened(duration).get(20, TimeUnit.SECONDS);
  }

  CompletableFuture<FaultWindow> opened(Duration duration) {
    CompletableFuture<FaultWindow> ended = new CompletableFuture<>();
    injector.open(fault, duration, ended::complete);
    return ended;
  }

  /** What the notes say, in order. */
  List<String> states() {
    return events.stream().map(event -> ((Note) event).value()).map(value -> value.path("state").asText()).toList();
  }

  /** The problem that the notes tell. */
  String problem() {
    return events.stream()
        .map(event -> ((Note) event).value())
        .filter(value -> value.path("state").asText().equals("failed"))
        .map(value -> value.path("problem").asText())
        .findFirst()
        .orElse("none");
  }

  @Override
  public void close() {
    never.countDown();
    injector.close();
  }
}
