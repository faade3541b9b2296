package protocol.rpc;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import history.Invocation;
import history.Outcome;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.Session;
import java.util.List;
import java.util.function.Consumer;
import protocol.engine.ExpressionFailure;
import protocol.engine.Turn;
import protocol.engine.Verb;
import protocol.rpc.Terms.Asked;
import protocol.rpc.node.Node;

/**
 * Subscribes, on a WebSocket of the user's own; a row until the node has taken it. What it brings is kept until the user looks at it
 * with {@link RpcNotification}, 10,000 messages at most. When the connection breaks later, it is opened and subscribed again.
 */
public final class RpcSubscribe extends Verb {

  private final Terms terms;
  private final Template template;
  private final String feed;

  private RpcSubscribe(Terms terms, Template template, String feed) {
    this.terms = terms;
    this.template = template;
    this.feed = feed;
  }

  static RpcSubscribe of(Terms terms, String kind, Object... options) {
    Object[] params = new Object[options.length + 1];
    params[0] = kind;
    System.arraycopy(options, 0, params, 1, options.length);
    return new RpcSubscribe(terms, Template.of("eth_subscribe", params), kind);
  }

  /** The same under another name for {@link RpcVerbs#notification} than its kind: for two of a kind. */
  public RpcSubscribe as(String name) {
    return new RpcSubscribe(terms, template, name);
  }

  @Override
  protected ActionBuilder action() {
    return RpcProtocol.KEY.action(terms.name(), this::start);
  }

  private void start(Turn turn, RpcComponents rpc) throws ExpressionFailure {
    Session session = turn.session();
    Node node = terms.node(session, rpc);
    String params = template.params(session);
    Listening listening = rpc.listening(session.userId(), turn.loop());
    Asked asked = new Asked("",
        JsonNodeFactory.instance.objectNode()
            .put("method", template.method())
            .put("chain", node.chain().name())
            .put("feed", feed));
    Invocation invocation = terms.invocation(terms.reported(), session, rpc, asked);
    Consumer<Outcome> ending = turn.guarded(outcome -> {
      if (!(outcome instanceof Outcome.Ok)) {
        listening.giveUp(feed, node);
      }
      long now = rpc.clock().now();
      rpc.record(invocation.ended(now, List.of(), outcome, NullNode.getInstance()));
      turn.request(invocation.kind(), invocation.started(), now, outcome);
      turn.end(Terms.ended(session, now));
    });
    listening.subscribe(feed, node, params, new Inbox(ending));
    rpc.record(invocation);
  }
}
