package protocol.rpc.transaction;

import account.Refusal;
import account.SignedTransaction;
import history.Outcome;
import java.nio.charset.StandardCharsets;
import protocol.engine.RpcResponse;
import protocol.rpc.node.Answer;
import protocol.rpc.node.Envelope;
import protocol.rpc.node.ErrorKind;
import protocol.rpc.node.Question;
import protocol.rpc.node.Route;

/** One signed transaction handed to a node, and what the answer means for its nonce. */
final class Handover {

  private final Parts parts;
  private final AccountLane lane;
  private final Submission submission;
  private final SignedTransaction signed;

  Handover(Parts parts, AccountLane lane, Submission submission, SignedTransaction signed) {
    this.parts = parts;
    this.lane = lane;
    this.submission = submission;
    this.signed = signed;
  }

  void send() {
    send(submission.order().sync() ? parts.sync().form() : SyncForm.Form.NONE);
  }

  private void send(SyncForm.Form form) {
    Order order = submission.order();
    byte[] body = form.request(signed.raw(), order.asker().timeout()).getBytes(StandardCharsets.ISO_8859_1);
    Question<Envelope> question = new Question<>(order.name(), Route.SEND, body, order.asker(),
        response -> parts.node().replies().one(response, SyncForm.ID, false));
    parts.node().ask(question, answer -> answered(answer, form));
  }

  private void answered(Answer<Envelope> answer, SyncForm.Form form) {
    Outcome outcome = outcome(answer, form);
    if (form.isSync() && outcome instanceof Outcome.Refused(String code, _) && code.equals(ErrorKind.INVALID.code())
        && parts.sync().next(form)) {
      send(parts.sync().form()); // nothing was taken: the node only did not understand
      return;
    }
    long time = answer.ended();
    switch (outcome) {
      case Outcome.Ok _ -> accepted(Outcome.OK, time);
      case Outcome.Refused(String code, _) when code.equals(ErrorKind.ALREADY_KNOWN.code()) ->
        accepted(Outcome.OK, time);
      case Outcome.Refused refused -> {
        submission.progress().onAnswered(refused, time);
        refuse(refused);
      }
      case Outcome.Unknown(String code, _) when form.isSync() && code.equals(ErrorKind.TIMEOUT.code())
          && answer.response() != null ->
        accepted(Outcome.OK, time); // it has it, and will not wait any longer
      case Outcome.Unknown unknown -> {
        submission.progress().onAnswered(unknown, time);
        lane.nonces().unanswered(signed.hash());
      }
    }
  }

  private void accepted(Outcome outcome, long time) {
    submission.progress().onAnswered(outcome, time);
    lane.nonces().accepted(signed.hash());
  }

  private void refuse(Outcome.Refused refused) {
    Refusal reason = refusal(refused);
    if (reason == Refusal.NONCE_TOO_LOW || reason == Refusal.REPLACEMENT_UNDERPRICED) {
      lane.isAstray();
    }
    lane.nonces().refused(signed.hash(), reason);
  }

  /** A node that names another transaction than ours has not understood. */
  private Outcome outcome(Answer<Envelope> answer, SyncForm.Form form) {
    RpcResponse response = answer.response();
    Envelope envelope = answer.value();
    if (!(answer.outcome() instanceof Outcome.Ok) || response == null || envelope == null) {
      return answer.outcome();
    }
    String result = new String(envelope.result().of(response.body()), StandardCharsets.UTF_8);
    return form.isSync() ? result.contains(signed.hash()) ? Outcome.OK : wrong()
        : result.equals("\"" + signed.hash() + "\"") ? Outcome.OK : wrong();
  }

  private static Outcome wrong() {
    return new Outcome.Unknown("wrong-answer", "the node names another transaction");
  }

  private static Refusal refusal(Outcome.Refused refused) {
    return switch (refused.code()) {
      case "nonce-too-low" -> Refusal.NONCE_TOO_LOW;
      case "nonce-too-high" -> Refusal.NONCE_TOO_HIGH;
      case "pool-full" -> Refusal.POOL_FULL;
      case "insufficient-funds" -> Refusal.INSUFFICIENT_FUNDS;
      case "underpriced" ->
        Refusal.of(refused.message()) == Refusal.REPLACEMENT_UNDERPRICED ? Refusal.REPLACEMENT_UNDERPRICED
            : Refusal.UNDERPRICED;
      default -> Refusal.OTHER;
    };
  }
}
