package protocol.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import history.Invocation;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import protocol.engine.Expression;
import protocol.engine.ExpressionFailure;
import protocol.rpc.node.Node;

/**
 * What all verbs have in common.
 *
 * @param name the request's name
 * @param chain whose chain; empty for the first
 * @param due when it is due, counted from the run's zero; null for as soon as the user comes by
 * @param measured false for warm-up
 */
record Terms(String name, Expression<String> chain, @Nullable Expression<Duration> due, boolean measured) {

  /** Session key: when the user's last verb ended, nanoseconds since zero. */
  private static final String FREE = "broadside.rpc.free";

  static Terms of(String name) {
    return new Terms(name, Expression.constant(""), null, true);
  }

  /** The name in reports. */
  String reported() {
    return reported(name);
  }

  /** Another name in reports, for a part of it. */
  String reported(String part) {
    return measured ? part : "warm-up: " + part;
  }

  Node node(Session session, RpcComponents rpc) throws ExpressionFailure {
    return rpc.node(chain.apply(session));
  }

  /**
   * An operation that begins now, not yet recorded.
   *
   * @param kind as {@link #reported()}
   */
  Invocation invocation(String kind, Session session, RpcComponents rpc, Asked asked) throws ExpressionFailure {
    long now = rpc.clock().now();
    long intended = due == null ? now : due.apply(session).toNanos();
    long free = session.contains(FREE) ? session.getLong(FREE) : intended;
    long released = Math.max(intended, Math.min(now, free));
    return new Invocation(rpc.nextOperation(), session.userId(), kind, asked.entity(), measured, intended, released,
        now, asked.data());
  }

  /**
   * What is asked.
   *
   * @param entity what it is about; empty for nothing in particular
   * @param data for the history
   */
  record Asked(String entity, JsonNode data) {}

  /** The session of a user whose verb has ended. */
  static Session ended(Session session, long now) {
    return session.set(FREE, now);
  }
}
