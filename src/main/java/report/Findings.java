package report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import history.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import report.RunSummary.Completeness;
import report.RunSummary.Crashes;
import report.RunSummary.Gate;
import report.RunSummary.Judged;
import report.RunSummary.Settled;
import report.RunSummary.Window;

/** What the notes of a run say: its head, its end, crashes, verdicts, gates, faults, remarks. */
final class Findings {

  private static final int SHOWN_CRASHES = 10;

  private final List<String> firstCrashes = new ArrayList<>();
  private final List<Judged> verdicts = new ArrayList<>();
  private final List<Gate> gates = new ArrayList<>();
  private final List<String> ends = new ArrayList<>();
  private final Faults faults = new Faults();
  private final List<String> remarks = new ArrayList<>();
  private final List<JsonNode> signing = new ArrayList<>();
  private final Chains chains = new Chains();
  private @Nullable Settled settled;
  private JsonNode head = JsonNodeFactory.instance.objectNode();
  private int injectors;
  private long crashes;
  private long lost;
  private boolean cut;

  void accept(Note note) {
    JsonNode value = note.value();
    switch (note.name()) {
      case "run" -> {
        head = injectors == 0 ? value : head;
        injectors++;
      }
      case "crash" -> crash(value);
      case "verdict" -> verdicts.add(judged(value));
      case "gate" ->
        gates.add(new Gate(value.path("title").asText(), value.path("holds").asBoolean(), value.path("why").asText()));
      case "fault" -> faults.accept(note);
      case "transactions", "inclusion", "watcher" -> chains.accept(note);
      case "signing" -> signing.add(value);
      case "settled" -> settled = settled(value);
      case "remark" -> value.path("lines").forEach(line -> remarks.add(line.asText()));
      case "end" -> ends.add(value.path("reason").asText());
      case "lost" -> lost += value.path("count").asLong();
      case "cut" -> cut = true;
      default -> {
        // told elsewhere
      }
    }
  }

  private void crash(JsonNode value) {
    crashes++;
    if (firstCrashes.size() < SHOWN_CRASHES) {
      firstCrashes.add("%s: %s (user %s)".formatted(value.path("request").asText("?"),
          value.path("problem").asText("?"), value.path("user").asText("?")));
    }
  }

  /** Several injectors have settled when all have. */
  private Settled settled(JsonNode value) {
    Settled before = settled == null ? new Settled(true, 0, 0, 0) : settled;
    return new Settled(before.complete() && value.path("complete").asBoolean(),
        Math.max(before.rounds(), value.path("rounds").asLong()), before.entities() + value.path("entities").asLong(),
        Math.max(before.ms(), TimeUnit.NANOSECONDS.toMillis(value.path("ns").asLong())));
  }

  private static Judged judged(JsonNode value) {
    List<String> witnesses = new ArrayList<>();
    value.path("witnesses").forEach(witness -> witnesses.add(witness.asText()));
    return new Judged(value.path("title").asText(), value.path("verdict").asText(), value.path("summary").asText(),
        value.path("checked").asLong(), value.path("count").asLong(), witnesses);
  }

  JsonNode head() {
    return head;
  }

  int injectors() {
    return Math.max(1, injectors);
  }

  List<Judged> verdicts() {
    return verdicts.stream().distinct().toList();
  }

  List<Gate> gates() {
    return gates.stream().distinct().toList();
  }

  List<Window> faults() {
    return faults.windows();
  }

  @Nullable
  Settled settled() {
    return settled;
  }

  List<String> remarks() {
    return List.copyOf(remarks);
  }

  List<JsonNode> chains() {
    return chains.figures();
  }

  List<JsonNode> signing() {
    return signing.stream().filter(figures -> !figures.isEmpty()).toList();
  }

  Crashes crashes() {
    return new Crashes(crashes, List.copyOf(firstCrashes));
  }

  Completeness completeness() {
    return new Completeness(lost, cut);
  }

  /** The worst end of all injectors: one that could not say how it ended was killed. */
  String end() {
    if (ends.size() < injectors()) {
      return "killed";
    }
    return ends.stream().filter(end -> !end.equals(VerdictLine.COMPLETED)).findFirst().orElse(VerdictLine.COMPLETED);
  }
}
