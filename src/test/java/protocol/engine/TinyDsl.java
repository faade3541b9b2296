package protocol.engine;

import history.Outcome;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.CheckBuilder;
import java.time.Duration;
import java.util.List;
import protocol.engine.TinyProtocol.Tiny;

/** The verbs of the smallest protocol. */
final class TinyDsl {

  private TinyDsl() {}

  /** Asks for a path, in which there may be {@code #{name}}s. */
  static ActionBuilder get(String name, String path, CheckBuilder... checks) {
    Expression<String> where = Expression.text(path);
    Checks checked = Checks.of(List.of(checks));
    return TinyProtocol.KEY.action(name, (turn, tiny) -> {
      String url = tiny.settings.url() + where.apply(turn.session());
      ask(turn, tiny, request(turn, name, url), checked);
    });
  }

  /** Does something that is no request. */
  static ActionBuilder step(String name, Step<Tiny> step) {
    return TinyProtocol.KEY.action(name, step);
  }

  private static RpcRequest request(Turn turn, String name, String url) {
    return new RpcRequest(name, "GET", url, new byte[0], Duration.ofSeconds(5), turn.loop(), turn.session().userId());
  }

  private static void ask(Turn turn, Tiny tiny, RpcRequest request, Checks checks) {
    tiny.http.send(request, turn.guarded(new RpcReply() {
      @Override
      public void onResponse(RpcResponse response) {
        Checks.Checked checked = checks.apply(response, turn.session());
        turn.request(request.name(), at(response.started()), at(response.ended()), outcome(response, checked));
        turn.end(checked.session());
      }

      @Override
      public void onFailure(TransportFailure failure) {
        turn.request(request.name(), at(failure.started()), at(failure.ended()), failure.outcome());
        turn.end();
      }

      private long at(long nanoTime) {
        return turn.clock().at(nanoTime);
      }
    }));
  }

  private static Outcome outcome(RpcResponse response, Checks.Checked checked) {
    if (response.status() >= 500) {
      return new Outcome.Unknown("status " + response.status(), "broken");
    }
    return checked.failure() == null ? Outcome.OK : new Outcome.Refused("check", checked.failure());
  }
}
