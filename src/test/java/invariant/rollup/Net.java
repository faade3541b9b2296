package invariant.rollup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import history.History;
import history.Invocation;
import history.Operation;
import history.Outcome;
import invariant.Invariant;
import invariant.Verdict;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** A small chain, what was sent to it, and what was said of that. Block n bears the time n and has the hash {@code 0xbn}. */
final class Net {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String SENDER = "0xaa";

  private final List<Operation> operations = new ArrayList<>();
  private boolean mustRevert;
  private long id;

  /** A transaction that was seen in a block. */
  Net included(String hash, long nonce, long block) {
    return included(hash, hash, nonce, told(hash, block, true, 21_000));
  }

  /** One that had to offer more and is in the block under another hash. */
  Net raised(String hash, String instead, long nonce, long block) {
    return included(hash, instead, nonce, told(instead, block, true, 21_000));
  }

  Net included(String hash, String instead, long nonce, ObjectNode told) {
    boolean success = told.path("success").asBoolean();
    return ended(hash, nonce, success ? Outcome.OK : new Outcome.Refused("reverted", ""),
        told.put("transaction", instead));
  }

  /** What is told of a transaction in a block. */
  static ObjectNode told(String hash, long block, boolean success, long gas) {
    ObjectNode told = JSON.objectNode()
        .put("transaction", hash)
        .put("block", block)
        .put("blockHash", "0xb" + block)
        .put("success", success)
        .put("gasUsed", gas)
        .put("fee", "0x5");
    told.putObject("clocks").put("sent", block * 1000 - 300).put("block", block * 1000);
    return told;
  }

  /** The next one is supposed to revert. */
  Net mustRevert() {
    mustRevert = true;
    return this;
  }

  Net rejected(String hash, long nonce) {
    return ended(hash, nonce, new Outcome.Refused("underpriced", ""), NullNode.getInstance());
  }

  Net unknown(String hash, long nonce) {
    return ended(hash, nonce, new Outcome.Unknown("pending", ""), NullNode.getInstance());
  }

  private Net ended(String hash, long nonce, Outcome outcome, JsonNode answered) {
    ObjectNode asked = chain().put("from", SENDER).put("nonce", nonce);
    if (mustRevert) {
      asked.put("expect", "revert");
      mustRevert = false;
    }
    return answered(asked("pay", hash, asked), outcome, answered);
  }

  Net lastWord(String hash, String fate) {
    return answered(asked("read transaction", hash, chain()), Outcome.OK, JSON.objectNode().put("fate", fate));
  }

  /** A block as it is read in the end, each transaction as {@code hash:nonce}, with a minus before the hash of one that was undone. */
  Net block(long number, String... transactions) {
    ObjectNode block = JSON.objectNode().put("hash", "0xb" + number).put("timestamp", number);
    ArrayNode all = block.putArray("transactions");
    for (String each : transactions) {
      String[] parts = each.replace("-", "").split(":");
      ObjectNode one = all.addObject()
          .put("hash", parts[0])
          .put("from", SENDER)
          .put("nonce", Long.parseLong(parts[1]))
          .put("success", !each.startsWith("-"))
          .put("gasUsed", 21_000)
          .put("fee", "0x5");
      if (parts.length > 2) {
        one.put("filler", true);
      }
    }
    return answered(asked("read block", Long.toString(number), chain()), Outcome.OK, block);
  }

  Net unreadable(long number) {
    return answered(asked("read block", Long.toString(number), chain()), new Outcome.Unknown("no-answer", ""),
        NullNode.getInstance());
  }

  private Invocation asked(String kind, String entity, ObjectNode asked) {
    id++;
    return new Invocation(id, 1, kind, entity, true, id, id, id, asked);
  }

  private Net answered(Invocation asked, Outcome outcome, JsonNode answered) {
    operations.add(asked.ended(id + 1, List.of(), outcome, answered));
    return this;
  }

  private static ObjectNode chain() {
    return JSON.objectNode().put("chain", "l2");
  }

  void holds(Invariant invariant) {
    assertThat(judged(invariant)).isInstanceOf(Verdict.Holds.class);
  }

  void broken(Invariant invariant, String witness) {
    assertThat(judged(invariant)).isInstanceOfSatisfying(Verdict.Broken.class,
        broken -> assertThat(broken.witnesses()).anySatisfy(line -> assertThat(line).contains(witness)));
  }

  void open(Invariant invariant, String why) {
    assertThat(judged(invariant)).isInstanceOfSatisfying(Verdict.Undetermined.class,
        verdict -> assertThat(verdict.why()).contains(why));
  }

  private Verdict judged(Invariant invariant) {
    return invariant.judge(history());
  }

  private History history() {
    return History.of(operations, List.of());
  }
}
