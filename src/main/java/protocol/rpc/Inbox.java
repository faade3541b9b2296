package protocol.rpc;

import history.Outcome;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import protocol.engine.RpcResponse;
import protocol.engine.TransportFailure;
import protocol.rpc.node.Envelope;
import protocol.rpc.node.Feed;

/** What a user's subscription has brought and the user has not looked at yet. Confined to the user's event loop. */
final class Inbox implements Feed {

  private static final int ROOM = 10_000;

  private final Queue<Message> messages = new ArrayDeque<>();
  private final Consumer<Outcome> subscribed;
  private Runnable end = () -> {};
  private @Nullable Runnable waiter;
  private boolean told;
  private long breaks;
  private long lost;

  /**
   * A notification.
   *
   * @param text the whole message
   * @param envelope where in it the result is
   * @param arrived {@link System#nanoTime}
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared
  record Message(byte[] text, Envelope envelope, long arrived) {

    /** As checks look at it. */
    RpcResponse response() {
      return new RpcResponse(200, EmptyHttpHeaders.INSTANCE, text, arrived, arrived);
    }
  }

  /** An empty one; what becomes of the subscription is told once. */
  Inbox(Consumer<Outcome> subscribed) {
    this.subscribed = subscribed;
  }

  /** How to end the subscription. */
  void endWith(Runnable ending) {
    end = ending;
  }

  void end() {
    waiter = null;
    end.run();
  }

  /** The oldest message that nobody has taken; null when there is none. */
  @Nullable
  Message poll() {
    return messages.poll();
  }

  /** Calls once when a message comes. */
  void await(Runnable whenThere) {
    waiter = whenThere;
  }

  /** Nobody waits any more. */
  void forget() {
    waiter = null;
  }

  /** How often the connection broke, so that messages may have been missed. */
  long breaks() {
    return breaks;
  }

  /** How many messages found no room. */
  long lost() {
    return lost;
  }

  @Override
  public void onSubscribed() {
    tell(Outcome.OK);
  }

  @Override
  public void onNotification(byte[] message, Envelope envelope, long arrived) {
    if (messages.size() == ROOM) {
      lost++;
      return;
    }
    messages.add(new Message(message, envelope, arrived));
    Runnable waiting = waiter;
    waiter = null;
    if (waiting != null) {
      waiting.run();
    }
  }

  @Override
  public void onBroken(TransportFailure failure) {
    breaks++;
    tell(failure.outcome());
  }

  @Override
  public void onRefused(Outcome outcome) {
    tell(outcome);
  }

  private void tell(Outcome outcome) {
    if (!told) {
      told = true;
      subscribed.accept(outcome);
    }
  }
}
