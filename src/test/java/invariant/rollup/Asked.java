package invariant.rollup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import history.History;
import history.Invocation;
import history.Note;
import history.Operation;
import history.Outcome;
import invariant.Invariant;
import invariant.Verdict;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What was asked of nodes, and what they said, one thing after the other unless said otherwise. */
final class Asked {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Outcome SILENCE = new Outcome.Unknown("timeout", "no answer in time");

  private final List<Operation> operations = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();
  private long now;
  private boolean overlapping;

  /** The next question is asked before the last one was answered. */
  Asked meanwhile() {
    overlapping = true;
    return this;
  }

  /** All endpoints had this block before the run. */
  Asked begins(long head) {
    notes.add(new Note("sample", 0, JSON.objectNode().put("head", head)));
    return this;
  }

  Asked answers(String question, String digest, String endpoint) {
    return told(question, alone(), Outcome.OK, JSON.objectNode().put("endpoint", endpoint).put("digest", digest));
  }

  /** An answer that may be another each time. */
  Asked answersAsItIs(String endpoint) {
    return told("", alone(), Outcome.OK, JSON.objectNode().put("endpoint", endpoint));
  }

  Asked hasNothing(String question, String endpoint) {
    return told(question, alone(), new Outcome.Refused("null-result", "the result is null"),
        JSON.objectNode().put("endpoint", endpoint));
  }

  Asked isSilent(String question) {
    return told(question, alone(), SILENCE, JSON.objectNode().put("endpoint", "read 1"));
  }

  Asked head(String endpoint, long head) {
    return told("", alone(), Outcome.OK, JSON.objectNode().put("endpoint", endpoint).put("head", head));
  }

  Asked agree(String question) {
    return told(question, both(), Outcome.OK, JSON.objectNode());
  }

  Asked differ(String question, String path, String first, String second) {
    return told(question, both(), new Outcome.Refused("different", path),
        JSON.objectNode().put("path", path).put("first", first).put("second", second));
  }

  Asked oneIsSilent(String question) {
    return told(question, both(), new Outcome.Unknown("timeout", "reth: no answer in time"), JSON.objectNode());
  }

  private static ObjectNode alone() {
    return JSON.objectNode().put("method", "eth_x").put("chain", "l2");
  }

  private static ObjectNode both() {
    return JSON.objectNode().put("method", "eth_x").put("first", "geth").put("second", "reth");
  }

  private Asked told(String question, JsonNode asked, Outcome outcome, JsonNode answered) {
    long started = overlapping ? now - 1 : now + 1;
    now += 2;
    overlapping = false;
    Invocation invocation = new Invocation(now, 1, "eth_x", question, true, started, started, started, asked);
    operations.add(invocation.ended(now, List.of(), outcome, answered));
    return this;
  }

  void holds(Invariant invariant) {
    assertThat(judged(invariant)).isInstanceOf(Verdict.Holds.class);
  }

  void broken(Invariant invariant, String witness) {
    assertThat(judged(invariant)).isInstanceOfSatisfying(Verdict.Broken.class,
        broken -> assertThat(broken.witnesses()).contains(witness));
  }

  void open(Invariant invariant, String why) {
    assertThat(judged(invariant)).isInstanceOfSatisfying(Verdict.Undetermined.class,
        verdict -> assertThat(verdict.why()).contains(why));
  }

  private Verdict judged(Invariant invariant) {
    return invariant.judge(History.of(operations, notes));
  }
}
