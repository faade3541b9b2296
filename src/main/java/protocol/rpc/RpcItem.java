package protocol.rpc;

import history.Outcome;
import io.gatling.javaapi.core.CheckBuilder;
import io.gatling.javaapi.core.Session;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import protocol.engine.Checks;
import protocol.engine.RpcResponse;
import protocol.rpc.node.Envelope;

/** One request of JSON-RPC with a name, and which answers to it are good: an item of a batch, or a call of its own. */
public final class RpcItem {

  private final String name;
  private final Template template;
  private final List<CheckBuilder> builders;
  private final Checks checks;
  private final boolean errors;
  private final boolean nothing;

  private RpcItem(RpcItem like, List<CheckBuilder> builders, boolean errors, boolean nothing) {
    this.name = like.name;
    this.template = like.template;
    this.builders = builders;
    this.checks = Checks.of(builders);
    this.errors = errors;
    this.nothing = nothing;
  }

  private RpcItem(String name, Template template) {
    this.name = name;
    this.template = template;
    this.builders = List.of();
    this.checks = Checks.of(builders);
    this.errors = false;
    this.nothing = false;
  }

  static RpcItem of(String name, String method, @Nullable Object... params) {
    return new RpcItem(name, Template.of(method, params));
  }

  /** The same with these checks, behind those it has: they look at the whole answer, {@code $.result} and all. */
  public RpcItem check(CheckBuilder... more) {
    return new RpcItem(this, Stream.concat(builders.stream(), Stream.of(more)).toList(), errors, nothing);
  }

  /** The same, an {@code error} member being an answer like any other, for the checks to look at. */
  public RpcItem errorsAllowed() {
    return new RpcItem(this, builders, true, nothing);
  }

  /** The same, a null result being an answer like any other. */
  public RpcItem nullAllowed() {
    return new RpcItem(this, builders, errors, true);
  }

  String name() {
    return name;
  }

  Template template() {
    return template;
  }

  boolean takesNull() {
    return nothing;
  }

  /**
   * What an answer is to the one who asked.
   *
   * @param row what is reported: an error that is allowed is fine
   * @param outcome what is kept in the history: an error is an error, expected or not
   * @param session with what the checks saved
   */
  record Judged(Outcome row, Outcome outcome, Session session) {}

  /** Looks at an answer. Checks are made only of one that is good so far. */
  Judged judge(Outcome outcome, @Nullable Envelope envelope, @Nullable RpcResponse response, Session session) {
    boolean error = envelope != null && envelope.error() != null;
    Outcome row = error && errors ? Outcome.OK : outcome;
    if (row != Outcome.OK || response == null) {
      return new Judged(row, outcome, session);
    }
    Checks.Checked checked = checks.apply(response, session);
    String failure = checked.failure();
    if (failure == null) {
      return new Judged(row, outcome, checked.session());
    }
    // It answered, but not with what it should: what it did is anybody's guess.
    Outcome failed = new Outcome.Unknown("check", failure);
    return new Judged(failed, error ? outcome : failed, checked.session());
  }
}
