package protocol.rpc;

import io.netty.channel.EventLoop;
import java.util.HashMap;
import java.util.Map;
import protocol.engine.ExpressionFailure;
import protocol.engine.WsTransport;
import protocol.rpc.node.Node;
import protocol.rpc.node.RpcSocket;

/** A user's WebSockets, one for each chain, and what they bring. Confined to the user's event loop. */
final class Listening {

  private final WsTransport transport;
  private final EventLoop loop;
  private final Map<String, RpcSocket> sockets = new HashMap<>();
  private final Map<String, Inbox> inboxes = new HashMap<>();

  Listening(WsTransport transport, EventLoop loop) {
    this.transport = transport;
    this.loop = loop;
  }

  /** Subscribes under a name; a subscription of that name ends. */
  void subscribe(String feed, Node node, String params, Inbox inbox) throws ExpressionFailure {
    if (node.chain().socket().isEmpty()) {
      throw new ExpressionFailure("the chain " + node.chain().name() + " has no WebSocket endpoint");
    }
    unsubscribe(feed);
    inboxes.put(feed, inbox);
    RpcSocket socket = sockets.computeIfAbsent(node.chain().name(), _ -> new RpcSocket(transport, node, loop).open());
    inbox.endWith(socket.subscribe(params, inbox));
  }

  /** The inbox of a subscription. */
  Inbox inbox(String feed) throws ExpressionFailure {
    Inbox inbox = inboxes.get(feed);
    if (inbox == null) {
      throw new ExpressionFailure("there is no subscription '" + feed + "'");
    }
    return inbox;
  }

  /** Ends a subscription, if there is one. */
  void unsubscribe(String feed) {
    Inbox inbox = inboxes.remove(feed);
    if (inbox != null) {
      inbox.end();
    }
  }

  /** A chain's socket could not be opened: it is not tried again until somebody subscribes. */
  void giveUp(String feed, Node node) {
    unsubscribe(feed);
    RpcSocket socket = sockets.get(node.chain().name());
    if (socket != null && !socket.isOpen()) {
      socket.close();
      sockets.remove(node.chain().name());
    }
  }

  void close() {
    sockets.values().forEach(RpcSocket::close);
  }
}
