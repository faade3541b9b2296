package protocol.rpc;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import history.Invocation;
import history.Outcome;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.CheckBuilder;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import protocol.engine.Checks;
import protocol.engine.ExpressionFailure;
import protocol.engine.Turn;
import protocol.engine.Verb;
import protocol.rpc.Inbox.Message;
import protocol.rpc.Terms.Asked;

/**
 * Looks at what a subscription brings: at the next notification, or at all of them for a time, however many there are. Each is a row,
 * from the one before it (or from when the user began to wait) until it arrived.
 */
public final class RpcNotification extends Verb {

  private final Terms terms;
  private final String feed;
  private final List<CheckBuilder> builders;
  private final Span span;

  /**
   * How long.
   *
   * @param time null for as long as a node may take to answer
   * @param many whether it goes on after the first
   * @param enough when it ends before the time
   */
  private record Span(@Nullable Duration time, boolean many, Predicate<Session> enough) {}

  private RpcNotification(Terms terms, String feed, List<CheckBuilder> builders, Span span) {
    this.terms = terms;
    this.feed = feed;
    this.builders = builders;
    this.span = span;
  }

  static RpcNotification of(Terms terms, String feed) {
    return new RpcNotification(terms, feed, List.of(), new Span(null, false, _ -> false));
  }

  /** The same with these checks, behind those it has: they look at the whole message, {@code $.params.result} and all. */
  public RpcNotification check(CheckBuilder... more) {
    return new RpcNotification(terms, feed, Stream.concat(builders.stream(), Stream.of(more)).toList(), span);
  }

  /** The next one, which must come within this time. */
  public RpcNotification within(Duration time) {
    return new RpcNotification(terms, feed, builders, new Span(time, false, _ -> false));
  }

  /** All that come within this time, which may be none; {@link RpcDsl#NOTIFICATIONS} tells how many. */
  public RpcNotification during(Duration time) {
    return new RpcNotification(terms, feed, builders, new Span(time, true, span.enough()));
  }

  /** With {@link #during}: until what the checks have saved is enough. */
  public RpcNotification until(Predicate<Session> enough) {
    return new RpcNotification(terms, feed, builders, new Span(span.time(), true, enough));
  }

  @Override
  protected ActionBuilder action() {
    Checks checks = Checks.of(builders);
    return RpcProtocol.KEY.action(terms.name(), (turn, rpc) -> {
      Inbox inbox = rpc.listening(turn.session().userId(), turn.loop()).inbox(feed);
      new Waiting(turn, rpc, inbox, checks).start();
    });
  }

  /** One user that waits. Confined to the user's event loop. */
  private final class Waiting {

    private final Turn turn;
    private final RpcComponents rpc;
    private final Inbox inbox;
    private final Checks checks;
    private Session session;
    private long since;
    private int seen;
    private boolean ended;

    Waiting(Turn turn, RpcComponents rpc, Inbox inbox, Checks checks) {
      this.turn = turn;
      this.rpc = rpc;
      this.inbox = inbox;
      this.checks = checks;
      this.session = turn.session();
      this.since = rpc.clock().now();
    }

    void start() throws ExpressionFailure {
      Duration time = span.time();
      turn.after(time == null ? rpc.timeout() : time, this::timeIsUp);
      look();
    }

    private void look() {
      for (Message message = inbox.poll(); message != null; message = inbox.poll()) {
        take(message);
        if (!span.many() || span.enough().test(session)) {
          end();
          return;
        }
      }
      inbox.await(() -> turn.onLoop(this::look));
    }

    private void take(Message message) {
      long arrived = rpc.clock().at(message.arrived());
      Checks.Checked checked = checks.apply(message.response(), session);
      session = checked.session();
      String failure = checked.failure();
      report(Math.min(since, arrived), arrived, failure == null ? Outcome.OK : new Outcome.Unknown("check", failure));
      since = arrived;
      seen++;
    }

    private void timeIsUp() {
      if (ended) {
        return;
      }
      if (!span.many()) {
        report(since, rpc.clock().now(), new Outcome.Unknown("timeout", "no notification in time"));
      }
      end();
    }

    private void report(long started, long now, Outcome outcome) {
      Asked asked = new Asked("", JsonNodeFactory.instance.objectNode().put("feed", feed));
      Invocation invocation = new Invocation(rpc.nextOperation(), session.userId(), terms.reported(), asked.entity(),
          terms.measured(), started, started, started, asked.data());
      rpc.record(invocation);
      rpc.record(invocation.ended(now, List.of(), outcome, NullNode.getInstance()));
      turn.request(invocation.kind(), started, now, outcome);
    }

    private void end() {
      ended = true;
      inbox.forget();
      Session leaving = session.set(RpcDsl.NOTIFICATIONS, seen).set(RpcDsl.BREAKS, inbox.breaks() + inbox.lost());
      turn.end(Terms.ended(leaving, rpc.clock().now()));
    }
  }
}
