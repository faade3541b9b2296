package protocol.checkout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import history.Invocation;
import history.Outcome;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import protocol.engine.HttpAnswer;
import protocol.engine.RpcReply;
import protocol.engine.RpcRequest;
import protocol.engine.RpcResponse;
import protocol.engine.TransportFailure;
import protocol.engine.Turn;

/** One round of final reads, so many at a time. Each read is in the history, and nowhere else. Confined to the user's event loop. */
final class Round {

  private static final byte[] NOTHING = {};

  private final Survey survey;
  private final Turn turn;
  private final List<Entity> chosen;
  private final Predicate<Entity> filter;
  private final CompletableFuture<Round> done = new CompletableFuture<>();
  private final long began;
  private int next;
  private int open;
  private boolean sending;
  private boolean agrees = true;
  private boolean givenUp;

  /** A round over some of the entities; or over all of them, and then over those, too, that become known by it, as far as the filter lets them. */
  Round(Survey survey, List<Entity> chosen, Predicate<Entity> filter) {
    this.filter = filter;
    this.survey = survey;
    this.turn = survey.turn();
    this.chosen = chosen;
    this.began = turn.clock().now();
  }

  /** Reads; on the event loop, where it completes. */
  CompletionStage<Round> run() {
    sendMore();
    return done;
  }

  /** Nanoseconds since zero. */
  long began() {
    return began;
  }

  /** Whether everything was read, and looked as it did before. */
  boolean agrees() {
    return agrees;
  }

  /** Whether the target has stopped answering, with patience at its end. */
  boolean isGivenUp() {
    return givenUp;
  }

  /** A loop, since a read may fail within its own sending. */
  private void sendMore() {
    if (sending) {
      return;
    }
    sending = true;
    while (!givenUp && next < chosen.size() && open < survey.settling().atOnce()) {
      Entity entity = chosen.get(next++);
      if (filter.test(entity)) {
        open++;
        send(entity);
      }
    }
    sending = false;
    if (open == 0) {
      done.complete(this);
    }
  }

  private void send(Entity entity) {
    CheckoutComponents checkout = survey.checkout();
    long now = turn.clock().now();
    Invocation invocation = new Invocation(checkout.settings().engine().nextOperation(), turn.session().userId(),
        entity.find().readKind(), entity.id(), false, now, now, now, Wanted.nothing());
    turn.recorder().record(invocation);
    RpcRequest request = new RpcRequest(invocation.kind(), "GET", checkout.address(entity.find(), entity.id()), NOTHING,
        checkout.settings().timeout(), turn.loop(), RpcRequest.SHARED);
    checkout.reads().send(request, turn.guarded(new RpcReply() {
      @Override
      public void onResponse(RpcResponse response) {
        HttpAnswer answer = HttpAnswer.of(response).read(json -> Answers.found(entity.find(), json));
        agrees &= looksTheSame(entity, answer);
        ended(invocation, answer.outcome(), answer.answered());
      }

      @Override
      public void onFailure(TransportFailure failure) {
        entity.lose();
        agrees = false;
        givenUp |= survey.isOver();
        ended(invocation, new Outcome.Unknown("no-response", failure.message()), NullNode.getInstance());
      }
    }));
  }

  private boolean looksTheSame(Entity entity, HttpAnswer answer) {
    return switch (answer.outcome()) {
      case Outcome.Ok _ -> {
        if (entity.find() == Call.FIND_ORDER) {
          survey.entities().learn(answer.answered());
        }
        yield entity.looksTheSame(answer.answered());
      }
      case Outcome.Refused refused when !answer.isBackPressure() ->
        entity.looksTheSame(TextNode.valueOf(refused.code()));
      case Outcome.Refused _,Outcome.Unknown _ -> {
        entity.lose();
        yield false;
      }
    };
  }

  private void ended(Invocation invocation, Outcome outcome, JsonNode answered) {
    turn.recorder().record(invocation.ended(turn.clock().now(), List.of(), outcome, answered));
    open--;
    sendMore();
  }
}
