package protocol.wallet;

/** What a channel can be waited for. */
public sealed interface Milestone {

  /** Whether a channel has got there. */
  boolean reached(Channel channel);

  /** A status, or a later one. */
  record Reached(Status status) implements Milestone {

    @Override
    public boolean reached(Channel channel) {
      return channel.status().compareTo(status) >= 0;
    }
  }

  /** A supported turn of this number, or a later one. */
  record Turn(long number) implements Milestone {

    @Override
    public boolean reached(Channel channel) {
      return channel.turn() >= number;
    }
  }
}
