package protocol.rpc;

import account.Fate;
import account.SignedTransaction;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import history.Invocation;
import history.Outcome;
import history.RunClock;
import io.gatling.javaapi.core.Session;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import org.jspecify.annotations.Nullable;
import protocol.engine.Checks;
import protocol.engine.RpcResponse;
import protocol.rpc.RpcItem.Judged;
import protocol.rpc.chain.Header;
import protocol.rpc.chain.Inclusion;
import protocol.rpc.chain.Quantity;
import protocol.rpc.chain.Receipt;
import protocol.rpc.transaction.Order;

/** What remains of a transaction: in the history, in the session, and in the report. */
final class TransactionRecords {

  private TransactionRecords() {}

  /** What is asked. */
  static ObjectNode asked(String chain, TransactionPlan plan) {
    Order order = plan.order();
    ObjectNode asked = JsonNodeFactory.instance.objectNode()
        .put("chain", chain)
        .put("from", order.from().address())
        .put("value", Quantity.of(order.draft().value()));
    if (plan.aim().reverts()) {
      asked.put("expect", "revert");
    }
    return order.draft().to() == null ? asked : asked.put("to", order.draft().to());
  }

  /** A draft with its hash and its nonce, as it is sent; nobody has use for the draft from here on. */
  static Invocation sent(Invocation draft, SignedTransaction transaction, long released, long time) {
    ObjectNode asked = ((ObjectNode) draft.asked()).put("nonce", transaction.transaction().nonce());
    return new Invocation(draft.id(), draft.process(), draft.kind(), transaction.hash(), draft.measured(),
        draft.intended(), released, time, asked);
  }

  /** How an operation ends by what became of its transaction; null when that is for its block to say. */
  static @Nullable Outcome outcome(Fate fate, @Nullable Outcome answer) {
    return switch (fate) {
      case REJECTED -> answer instanceof Outcome.Refused ? answer : new Outcome.Refused("rejected", "not taken");
      case REPLACED -> new Outcome.Refused("replaced", "another transaction has its nonce");
      case EXPIRED -> new Outcome.Unknown("expired", "no node has it any more");
      case UNKNOWN -> new Outcome.Unknown("unknown", "nobody could tell");
      case INCLUDED, REVERTED, WAITING -> null;
    };
  }

  /** What was answered, with all three clocks. */
  static JsonNode answered(Inclusion inclusion, long sent, RunClock clock) {
    Header block = inclusion.block();
    Receipt receipt = inclusion.receipt();
    ObjectNode answered = JsonNodeFactory.instance.objectNode()
        .put("transaction", receipt.transaction())
        .put("block", block.number())
        .put("blockHash", block.hash())
        .put("success", receipt.success())
        .put("gasUsed", receipt.gasUsed())
        .put("fee", Quantity.of(receipt.fee()));
    ObjectNode clocks = answered.putObject("clocks")
        .put("sent", clock.epochMillis(clock.at(sent)))
        .put("block", block.timestamp() * 1_000)
        .put("receipt", inclusion.seen() - sent);
    if (block.live()) {
      clocks.put("header", block.arrived() - sent);
    }
    return answered;
  }

  /** What is reported: a revert that was expected is fine, and none is not. */
  static Judged judged(TransactionPlan plan, Outcome outcome, @Nullable Inclusion inclusion, Session session) {
    Outcome row = outcome;
    if (plan.aim().reverts() && inclusion != null) {
      row = inclusion.receipt().success() ? new Outcome.Refused("not-reverted", "it was supposed to revert")
          : Outcome.OK;
    }
    if (!(row instanceof Outcome.Ok) || inclusion == null) {
      return new Judged(row, outcome, session);
    }
    byte[] json = inclusion.receipt().json();
    RpcResponse receipt = new RpcResponse(200, EmptyHttpHeaders.INSTANCE, json, inclusion.seen(), inclusion.seen());
    Checks.Checked checked = plan.checks().apply(receipt, session);
    String failure = checked.failure();
    return new Judged(failure == null ? row : new Outcome.Unknown("check", failure), outcome, checked.session());
  }

  /** The session of a user whose transaction has ended. */
  static Session saved(Session session, String hash, @Nullable Inclusion inclusion) {
    Session saved = session.set(RpcDsl.TRANSACTION_HASH, hash);
    if (inclusion != null) {
      saved = saved.set(RpcDsl.BLOCK_NUMBER, inclusion.block().number());
      String contract = inclusion.receipt().contract();
      saved = contract == null ? saved : saved.set(RpcDsl.CONTRACT_ADDRESS, contract);
    }
    return saved;
  }
}
