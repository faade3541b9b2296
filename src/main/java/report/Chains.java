package report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import history.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What became of the transactions on each chain, and how long they took into their blocks on three clocks. */
final class Chains {

  private static final List<String> FATES = List.of("included", "reverted", "rejected", "replaced", "expired",
      "unknown");
  private static final List<String> FIGURES = List.of("count", "min", "p50", "p90", "p99", "max");
  private static final Map<String, String> CLOCKS = Map.of("header", "arrival of the header", "block",
      "time of the block", "receipt", "receipt seen", "skew", "header's arrival minus block's time");

  private final List<ObjectNode> chains = new ArrayList<>();
  private ObjectNode open = JsonNodeFactory.instance.objectNode();

  /** A note {@code transactions}, {@code inclusion} or {@code watcher}: the three come in this order for each chain, one chain after the other. */
  void accept(Note note) {
    ObjectNode value = note.value().deepCopy();
    String chain = value.path("chain").asText();
    if (note.name().equals("transactions")) {
      open = JsonNodeFactory.instance.objectNode().put("chain", chain);
      chains.add(open);
    }
    value.remove("chain");
    open.set(note.name(), value);
  }

  /** One for each chain and injector. */
  List<JsonNode> figures() {
    return List.copyOf(chains);
  }

  /** What became of them, in words. */
  static String accounts(JsonNode chain) {
    JsonNode counts = chain.path("transactions");
    String fates = FATES.stream()
        .map(fate -> "%,d %s".formatted(counts.path(fate).asLong(), fate))
        .collect(Collectors.joining(" + "));
    return "%s: %,d transactions = %s; %,d not sent, %,d raised, %,d fillers, %,d sent again".formatted(
        chain.path("chain").asText(), counts.path("submitted").asLong(), fates, counts.path("not sent").asLong(),
        counts.path("raised").asLong(), counts.path("fillers").asLong(), counts.path("resent").asLong());
  }

  /** The clocks' percentiles, in milliseconds, a row each: its name first. */
  static List<List<String>> rows(JsonNode chain) {
    List<List<String>> rows = new ArrayList<>();
    for (String clock : List.of("header", "block", "receipt", "skew")) {
      List<String> row = new ArrayList<>(List.of(CLOCKS.getOrDefault(clock, clock)));
      for (String figure : FIGURES) {
        row.add("%,d".formatted(chain.path("inclusion").path(clock).path(figure).asLong()));
      }
      rows.add(row);
    }
    return rows;
  }

  /** What the rows' columns are. */
  static List<String> head(JsonNode chain) {
    List<String> head = new ArrayList<>(List.of("inclusion on " + chain.path("chain").asText() + ", ms from the send"));
    head.addAll(FIGURES);
    return head;
  }

  /** The same as plain text. */
  static String table(JsonNode chain) {
    Table table = new Table(head(chain));
    rows(chain).forEach(table::add);
    return table.toString();
  }

  /** How far the chain's clock is from ours, in words. */
  static String skew(JsonNode chain) {
    JsonNode skew = chain.path("inclusion").path("skew");
    return String.format(Locale.ROOT,
        "by its headers, the chain's clock is %,d ms behind ours at first and %,d ms in the end; %,d ms by the quickest of them",
        skew.path("first").asLong(), skew.path("last").asLong(), skew.path("min").asLong());
  }

  /** How the signers got on, in words. */
  static String signing(JsonNode figures) {
    return "%,d done, at most %,d waiting, %,d µs in line (99 %%)".formatted(figures.path("done").asLong(),
        figures.path("most").asLong(), figures.path("p99").asLong());
  }
}
