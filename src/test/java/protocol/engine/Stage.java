package protocol.engine;

import history.Event;
import history.Note;
import history.RunClock;
import io.gatling.app.Gatling$;
import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Where a test plays a simulation: a server, an engine, and a Gatling run in this JVM. One at a time. */
public final class Stage implements AutoCloseable {

  private static @Nullable Stage current;

  final FaultServer server = new FaultServer();
  public final List<Event> events = new CopyOnWriteArrayList<>();
  public final Engine engine = new Engine(events::add, RunClock.startingNow());

  /** A stage, which is the current one until it is closed. */
  public Stage() {
    current = this;
  }

  /** The stage that a simulation under construction is played on: Gatling constructs it, so nothing can be handed over. */
  public static Stage current() {
    return requireNonNull(current);
  }

  TinyProtocol tiny() {
    return new TinyProtocol(engine, server.url(""));
  }

  /** Plays a simulation to its end, which must come within 30 s, and reads its log. */
  public SimulationLog play(Class<? extends Simulation> simulation, Path results) throws IOException {
    String[] arguments = {"-s", simulation.getName(), "-rf", results.toString(), "-nr"};
    assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Gatling$.MODULE$.fromArgs(arguments));
    try (Stream<Path> files = Files.walk(results)) {
      return SimulationLog.read(files.filter(file -> file.endsWith("simulation.log")).findFirst().orElseThrow());
    }
  }

  List<String> crashNotes() {
    return events.stream()
        .filter(event -> event instanceof Note note && note.name().equals("crash"))
        .map(event -> ((Note) event).value().toString())
        .toList();
  }

  @Override
  public void close() {
    server.close();
    current = null;
  }
}
