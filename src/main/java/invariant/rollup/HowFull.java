package invariant.rollup;

import com.fasterxml.jackson.databind.JsonNode;
import history.Event;
import history.History;
import history.Note;
import history.Operation;
import history.Outcome;
import invariant.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How full the blocks were that a load was to fill: what was asked for, sent and reached, and who was the limit. */
public final class HowFull {

  /** The note that tells what was sent for a block. */
  public static final String NOTE = "gas";

  private static final double MILLION = 1e6;
  private static final double ALMOST = 0.98;
  private static final Map<String, String> LIMITS = Map.of("nobody", "nobody", "node", "the node, which refused some",
      "chain", "the chain, which did not include in time what it was given", "injector", "the injector");

  private final Map<Long, JsonNode> waves = new TreeMap<>();
  private final Map<Long, JsonNode> blocks = new TreeMap<>();
  private final Map<String, Long> refusals = new TreeMap<>();

  private HowFull() {}

  /**
   * Tells it, a line each; nothing when no block was to be filled.
   *
   * @param kind of the operations that fill blocks
   */
  public static List<String> lines(History history, String kind) {
    HowFull how = new HowFull();
    try (Stream<Event> events = history.everything()) {
      events.forEach(event -> {
        switch (event) {
          case Note note when note.name().equals(NOTE) ->
            how.waves.put(note.value().path("block").asLong(), note.value());
          case Operation operation -> how.see(operation, kind);
          default -> {
            // about something else
          }
        }
      });
    }
    return how.lines();
  }

  private void see(Operation operation, String kind) {
    if (operation.kind().equals(Transactions.READ_BLOCK) && operation.ok()) {
      blocks.put(Long.parseLong(operation.entity()), operation.answered());
    } else if (operation.kind().equals(kind)) {
      switch (operation.outcome()) {
        case Outcome.Ok _ -> {
          // it is in its block
        }
        case Outcome.Refused(String code, String _) -> refusals.merge(code, 1L, Long::sum);
        case Outcome.Unknown(String code, String _) -> refusals.merge(code, 1L, Long::sum);
      }
    }
  }

  /** A block that was to be filled. */
  private record Filled(JsonNode wave, JsonNode block) {

    double asked() {
      return wave.path("asked").asDouble();
    }

    double sent() {
      return wave.path("sent").asDouble();
    }

    double reached() {
      double gas = 0;
      for (JsonNode ours : block.path("transactions")) {
        gas += ours.path("gasUsed").asDouble();
      }
      return gas;
    }

    double used() {
      return block.path("gasUsed").asDouble();
    }

    /** Who has kept it from what was asked: when all of that was sent, the chain has. */
    String limit() {
      if (reached() >= ALMOST * asked()) {
        return "nobody";
      }
      String limit = wave.path("limit").asText();
      return limit.equals("nobody") ? "chain" : limit;
    }

    double room() {
      return Math.max(1, block.path("gasLimit").asDouble());
    }
  }

  private List<String> lines() {
    List<Filled> filled = new ArrayList<>();
    waves.forEach((number, wave) -> {
      if (blocks.containsKey(number)) {
        filled.add(new Filled(wave, blocks.get(number)));
      }
    });
    if (filled.isEmpty()) {
      return waves.isEmpty() ? List.of() : List.of("gas       none of the blocks could be read");
    }
    double asked = sum(filled, Filled::asked);
    double used = sum(filled, Filled::used);
    double ours = sum(filled, Filled::reached);
    return List.of(
        text("gas       %,.3f million asked for each of %,d blocks, %.1f %% of what they have room for",
            asked / filled.size() / MILLION, filled.size(), 100 * asked / sum(filled, Filled::room)),
        "sent      " + spread(filled, wave -> wave.sent() / MILLION, "%,.3f") + " million a block",
        "reached   " + spread(filled, block -> block.reached() / MILLION, "%,.3f")
            + text(" million a block, %.1f %% of what was asked", 100 * ours / asked),
        "full      " + spread(filled, block -> 100 * block.used() / block.room(), "%.1f")
            + text(" %% of their room; others used %.1f %% of that", used > 0 ? 100 * (used - ours) / used : 0),
        "limit     " + limits(filled));
  }

  private static double sum(List<Filled> filled, ToDoubleFunction<Filled> figure) {
    return filled.stream().mapToDouble(figure).sum();
  }

  private static String spread(List<Filled> filled, ToDoubleFunction<Filled> figure, String format) {
    double[] sorted = filled.stream().mapToDouble(figure).sorted().toArray();
    return Stream.of(0.0, 0.1, 0.5, 0.9, 1.0)
        .map(share -> (share == 0 ? "min " : share == 1 ? "max " : "p" + Math.round(100 * share) + " ")
            + text(format, sorted[(int) Math.round(share * (sorted.length - 1))]))
        .collect(Collectors.joining(", "));
  }

  private String limits(List<Filled> filled) {
    Map<String, Long> counts = filled.stream()
        .collect(Collectors.groupingBy(Filled::limit, TreeMap::new, Collectors.counting()));
    String who = counts.entrySet()
        .stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(entry -> LIMITS.getOrDefault(entry.getKey(), entry.getKey()) + " in "
            + Findings.count(entry.getValue(), "block"))
        .collect(Collectors.joining("; "));
    return refusals.isEmpty() ? who
        : who + "; not included: " + refusals.toString().replaceAll("[{}]", "").replace("=", " ");
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
