package protocol.rpc.node;

import history.Outcome;
import protocol.engine.TransportFailure;

/** Who hears what a node notifies of; on the event loop of the {@link RpcSocket}. */
public interface Feed {

  /** The node has taken the subscription: the first time, and again whenever the connection was broken in between. */
  void onSubscribed();

  /**
   * Something happened.
   *
   * @param message the whole message, UTF-8
   * @param envelope where in it the result is
   * @param arrived {@link System#nanoTime}
   */
  void onNotification(byte[] message, Envelope envelope, long arrived);

  /** The connection is not there: what happens from now on may be missed, until the node has taken the subscription again. */
  void onBroken(TransportFailure failure);

  /** The node does not offer this: the last call. */
  void onRefused(Outcome outcome);
}
