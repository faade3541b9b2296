package protocol.rpc.node;

import history.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import protocol.engine.RpcReply;
import protocol.engine.RpcRequest;
import protocol.engine.RpcResponse;
import protocol.engine.RpcTransport;
import protocol.engine.TransportFailure;
import protocol.rpc.node.Answer.Attempt;
import protocol.rpc.node.Question.Meaning;

/** One question on its way from endpoint to endpoint. Lives on its asker's event loop. */
final class Asking<T> implements RpcReply {

  private static final String RATE_LIMITED = ErrorKind.RATE_LIMITED.code();

  private final RpcTransport http;
  private final Question<T> question;
  private final List<Endpoint> endpoints;
  private final Consumer<Answer<T>> told;
  private final List<Attempt> attempts = new ArrayList<>(1);

  Asking(RpcTransport http, Question<T> question, List<Endpoint> endpoints, Consumer<Answer<T>> told) {
    this.http = http;
    this.question = question;
    this.endpoints = endpoints;
    this.told = told;
  }

  /** Asks the next endpoint. */
  void next() {
    Question.Asker asker = question.asker();
    http.send(new RpcRequest(question.name(), "POST", here().url(), question.body(), asker.timeout(), asker.loop(),
        asker.pool()), this);
  }

  @Override
  public void onResponse(RpcResponse response) {
    Meaning<T> meaning = question.reader().read(response);
    Outcome outcome = meaning.outcome();
    if (response.status() < 500 && !isRateLimited(outcome)) {
      here().hasAnswered();
    } else {
      here().hasFailed();
    }
    Attempt attempt = new Attempt(here().label(), response.started(), response.ended(), outcome);
    boolean elsewhere = isRateLimited(outcome) || response.status() >= 500 && question.route() == Route.READ;
    proceed(attempt, elsewhere, response, meaning.value());
  }

  @Override
  public void onFailure(TransportFailure failure) {
    here().hasFailed();
    Attempt attempt = new Attempt(here().label(), failure.started(), failure.ended(), failure.outcome());
    boolean elsewhere = failure.kind() == TransportFailure.Kind.CONNECT || question.route() == Route.READ;
    proceed(attempt, elsewhere, null, null);
  }

  private void proceed(Attempt attempt, boolean elsewhere, @Nullable RpcResponse response, @Nullable T value) {
    boolean more = attempts.size() + 1 < endpoints.size();
    attempts.add(attempt);
    if (elsewhere && more) {
      next();
    } else {
      told.accept(new Answer<>(attempts, endpoints.size() > 1, response, value));
    }
  }

  private Endpoint here() {
    return endpoints.get(attempts.size());
  }

  private static boolean isRateLimited(Outcome outcome) {
    return outcome instanceof Outcome.Refused(String code, _) && code.equals(RATE_LIMITED);
  }
}
