package bench;

import io.gatling.javaapi.core.ActionBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import protocol.engine.Components;
import protocol.engine.ComponentsKey;
import protocol.engine.Engine;
import protocol.engine.EngineProtocol;
import protocol.engine.Turn;

/** The program {@code wrk} (Debian has a package of that name), started by a virtual user: what one thread of C makes of a server. */
record Wrk(Engine engine, Path script, String url, Duration length, List<Blow> blows) implements EngineProtocol {

  private static final ComponentsKey<Wrk, Nothing> KEY = new ComponentsKey<>(Wrk.class, (_, _) -> new Nothing());
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
  private static final Pattern ALL = Pattern.compile("(\\d+) requests in");
  /** What the shell's {@code times} says of its children: user and system. */
  private static final Pattern TIMES = Pattern.compile("(?m)^(\\d+)m([0-9.]+)s (\\d+)m([0-9.]+)s$");

  /**
   * What one start of it has done.
   *
   * @param rate requests a second
   * @param micros of the processor for each
   */
  record Blow(double rate, double micros) {}

  private static final class Nothing implements Components {
    @Override
    public void close() {}
  }

  Wrk(Engine engine, String url, String raw, Duration length) {
    this(engine, script(raw), url, length, new ArrayList<>());
  }

  private static Path script(String raw) {
    try {
      Path script = Files.createTempFile("wrk", ".lua");
      script.toFile().deleteOnExit();
      return Files.writeString(script, """
          wrk.method = "POST"
          wrk.headers["Content-Type"] = "application/json"
          wrk.headers["Accept"] = "application/json"
          wrk.body = '{"jsonrpc":"2.0","id":1,"method":"eth_sendRawTransaction","params":["%s"]}'
          """.formatted(raw));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether it is installed. */
  static boolean isThere() throws IOException, InterruptedException {
    return new ProcessBuilder("sh", "-c", "command -v wrk").redirectErrorStream(true).start().waitFor() == 0;
  }

  /** Runs it once; nothing blocks meanwhile. */
  ActionBuilder blow() {
    return KEY.action("wrk", (turn, _) -> Thread.startVirtualThread(() -> {
      run(turn);
      turn.end();
    }));
  }

  private void run(Turn turn) {
    String command = "wrk -t 1 -c %d -d %ds -s %s %s; times".formatted(CeilingSimulation.USERS, length.toSeconds(),
        script, url);
    try {
      Process process = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      blows.add(read(said));
    } catch (IOException | IllegalStateException e) {
      turn.onLoop(() -> {
        throw new IllegalStateException("wrk could not be run", e);
      });
    }
  }

  private static Blow read(String said) {
    Matcher rate = RATE.matcher(said);
    Matcher all = ALL.matcher(said);
    Matcher times = TIMES.matcher(said);
    if (!rate.find() || !all.find() || !times.find() || !times.find()) {
      throw new IllegalStateException("wrk said: " + said);
    }
    double seconds = 60 * (number(times, 1) + number(times, 3)) + number(times, 2) + number(times, 4);
    return new Blow(number(rate, 1), seconds * 1e6 / number(all, 1));
  }

  private static double number(Matcher matcher, int group) {
    return Double.parseDouble(matcher.group(group));
  }

  /** Requests a second in the median; the first start does not count. */
  double rate() {
    return median(Blow::rate);
  }

  private double median(ToDoubleFunction<Blow> figure) {
    return blows.stream().skip(1).mapToDouble(figure).sorted().skip((blows.size() - 1) / 2).findFirst().orElse(0);
  }

  String told() {
    return String.format(Locale.ROOT, "wrk %,.0f/s and %.1f µs of its own processor each in the median; rounds %s",
        rate(), median(Blow::micros),
        blows.stream()
            .skip(1)
            .map(blow -> String.format(Locale.ROOT, "%,.0f (%.1f µs)", blow.rate(), blow.micros()))
            .toList());
  }
}
