package report;

import com.fasterxml.jackson.databind.JsonNode;
import history.Event;
import history.Invocation;
import history.Note;
import history.Operation;
import history.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Every scheduled operation is accounted for: scheduled = started + dropped, and started = ok + refused + unknown.
 *
 * <p>Only measured operations count. What is scheduled comes from the note {@code plan}, what was given up from notes {@code dropped}, both
 * of the form {@code {"scheduled": {"create channel": 120}}}. An operation without an end is unknown.
 */
final class Accounting {

  private final Map<String, Account> accounts = new TreeMap<>();

  /** The figures of one kind, while they grow. */
  private static final class Account {
    private long scheduled = -1;
    private long dropped;
    private long started;
    private long ended;
    private long ok;
    private long refused;
    private long unknown;
    private long unasked;
    private final Map<String, Long> codes = new TreeMap<>();

    void end(Outcome outcome) {
      ended++;
      switch (outcome) {
        case Outcome.Ok _ -> ok++;
        case Outcome.Refused(String code, _) -> {
          refused++;
          codes.merge(code, 1L, Long::sum);
        }
        case Outcome.Unknown(String code, _) -> {
          unknown++;
          codes.merge(code, 1L, Long::sum);
        }
      }
    }

    Counts counts() {
      long open = Math.max(0, started - ended);
      Map<String, Long> all = new TreeMap<>(codes);
      if (open > 0) {
        all.merge(Counts.UNENDED, open, Long::sum);
      }
      return new Counts(planned(), started, dropped, ok, refused, unknown + open, all);
    }

    private @Nullable Long planned() {
      return scheduled < 0 ? null : scheduled;
    }
  }

  void accept(Event event) {
    switch (event) {
      case Invocation(_, _, String kind, _, boolean measured, _, _, _, _) when measured -> account(kind).started++;
      case Operation operation when operation.invocation().measured() ->
        account(operation.kind()).end(operation.outcome());
      case Note note -> accept(note);
      case Invocation _,Operation _ -> {
        // warm-up and audit stay out
      }
    }
  }

  private void accept(Note note) {
    switch (note.name()) {
      case "plan" -> each(note.value().path("scheduled"),
          (account, count) -> account.scheduled = Math.max(0, account.scheduled) + count);
      case "dropped" -> each(note.value().path("dropped"), (account, count) -> account.dropped += count);
      case "unasked" -> {
        if (note.value().path("measured").asBoolean()) {
          account(note.value().path("f").asText()).unasked++;
        }
      }
      default -> {
        // nothing to count
      }
    }
  }

  /** The figures of each kind, by name. */
  Map<String, Counts> kinds() {
    Map<String, Counts> kinds = new TreeMap<>();
    accounts.forEach((kind, account) -> kinds.put(kind, account.counts()));
    return kinds;
  }

  /** The figures of all kinds together. */
  Counts total() {
    Account total = new Account();
    for (Account account : accounts.values()) {
      if (account.scheduled >= 0) {
        total.scheduled = Math.max(0, total.scheduled) + account.scheduled;
      }
      total.dropped += account.dropped;
      total.started += account.started;
      total.ended += account.ended;
      total.ok += account.ok;
      total.refused += account.refused;
      total.unknown += account.unknown;
      account.codes.forEach((code, count) -> total.codes.merge(code, count, Long::sum));
    }
    return total.counts();
  }

  /** What does not balance, each line with its figures; empty when all is accounted for. */
  List<String> broken() {
    List<String> broken = new ArrayList<>();
    accounts.forEach((kind, account) -> {
      Counts counts = account.counts();
      if (counts.scheduled() != null && counts.scheduled() != counts.started() + counts.dropped()) {
        broken.add("%s: scheduled %d, but started %d and dropped %d".formatted(kind, counts.scheduled(),
            counts.started(), counts.dropped()));
      }
      if (counts.started() != counts.ok() + counts.refused() + counts.unknown()) {
        broken.add("%s: started %d, but ok %d, refused %d and unknown %d".formatted(kind, counts.started(), counts.ok(),
            counts.refused(), counts.unknown()));
      }
      if (account.unasked > 0) {
        broken.add("%s: %d ended twice, or without having been asked".formatted(kind, account.unasked));
      }
    });
    return broken;
  }

  private void each(JsonNode counts, BiConsumer<Account, Long> reader) {
    counts.properties().forEach(entry -> reader.accept(account(entry.getKey()), entry.getValue().asLong()));
  }

  private Account account(String kind) {
    return accounts.computeIfAbsent(kind, _ -> new Account());
  }
}
