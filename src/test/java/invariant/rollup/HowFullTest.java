package invariant.rollup;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import history.History;
import history.Invocation;
import history.Note;
import history.Operation;
import history.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Blocks with room for 20 million, each of which is to be filled with 10. */
final class HowFullTest {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final List<Operation> operations = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();

  @Test
  void tellsWhatWasReachedAndThatNobodyWasTheLimit() {
    filled(7, 10_000_000, "nobody", 9_999_800);
    filled(8, 10_000_000, "nobody", 9_999_900);
    read(9, 20_000_000, 0);
    ended(Outcome.OK);
    assertThat(lines()).containsExactly(
        "gas       10.000 million asked for each of 2 blocks, 50.0 % of what they have room for",
        "sent      min 10.000, p10 10.000, p50 10.000, p90 10.000, max 10.000 million a block",
        "reached   min 10.000, p10 10.000, p50 10.000, p90 10.000, max 10.000 million a block, 100.0 % of what was asked",
        "full      min 50.0, p10 50.0, p50 50.0, p90 50.0, max 50.0 % of their room; others used 0.0 % of that",
        "limit     nobody in 2 blocks");
  }

  @Test
  void tellsWhoWasTheLimit() {
    filled(1, 10_000_000, "nobody", 10_000_000);
    filled(2, 5_000_000, "node", 5_000_000);
    filled(3, 5_000_000, "node", 5_000_000);
    filled(4, 10_000_000, "nobody", 2_000_000);
    filled(5, 9_000_000, "injector", 9_000_000);
    ended(new Outcome.Refused("pool-full", "no room"));
    ended(new Outcome.Refused("pool-full", "no room"));
    ended(new Outcome.Unknown("pending", "not in time"));
    assertThat(lines()).contains(
        "reached   min 2.000, p10 2.000, p50 5.000, p90 10.000, max 10.000 million a block, 62.0 % of what was asked",
        "limit     the node, which refused some in 2 blocks; the chain, which did not include in time what it was given in"
            + " 1 block; the injector in 1 block; nobody in 1 block; not included: pending 1, pool-full 2");
  }

  @Test
  void tellsWhatOthersUsed() {
    notes.add(wave(1, 10_000_000, "nobody"));
    read(1, 20_000_000, 10_000_000);
    assertThat(lines()).anyMatch(line -> line.endsWith("max 100.0 % of their room; others used 50.0 % of that"));
  }

  @Test
  void saysNothingWhenNothingWasToBeFilledAndAdmitsWhenNothingWasRead() {
    read(1, 100, 100);
    assertThat(lines()).isEmpty();
    notes.add(wave(2, 10_000_000, "nobody"));
    assertThat(lines()).containsExactly("gas       none of the blocks could be read");
  }

  private List<String> lines() {
    return HowFull.lines(History.of(operations, notes), "burn gas");
  }

  private void filled(long number, long sent, String limit, long reached) {
    notes.add(wave(number, sent, limit));
    read(number, reached, reached);
  }

  private static Note wave(long number, long sent, String limit) {
    return new Note(HowFull.NOTE, number,
        JSON.objectNode().put("block", number).put("asked", 10_000_000).put("sent", sent).put("limit", limit));
  }

  private void read(long number, long used, long ours) {
    ObjectNode block = JSON.objectNode().put("gasUsed", used).put("gasLimit", 20_000_000);
    block.putArray("transactions").addObject().put("gasUsed", ours);
    operations.add(asked(Transactions.READ_BLOCK, Long.toString(number)).ended(number, List.of(), Outcome.OK, block));
  }

  private void ended(Outcome outcome) {
    operations.add(asked("burn gas", "0x1").ended(1, List.of(), outcome, NullNode.getInstance()));
  }

  private Invocation asked(String kind, String entity) {
    return new Invocation(operations.size() + 1L, 1, kind, entity, true, 1, 1, 1, JSON.objectNode());
  }
}
