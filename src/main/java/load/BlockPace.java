package load;

/**
 * How many transactions go out for each block: as many as are asked for, fewer while the chain pushes back, and step by step as many again
 * when it does not. Safe from any thread.
 *
 * <p>Each new block opens a wave, which is for the next one. A refusal ends its wave and halves the next; each block without one makes them
 * larger by a tenth of what is asked for. When two and a half blocks' worth is on its way, nothing more is sent. What was missed for
 * any other reason is made up for, a quarter of a block at a time.
 */
public final class BlockPace {

  /** How many blocks' worth may be on its way: one that was just included but for the news of it, one that is being sent, and some. */
  private static final double UNDER_WAY = 2.5;
  private static final double STEP_BACK = 0.5;
  private static final double STEP_FORWARD = 0.1;
  private static final int MADE_UP = 4;

  private final int asked;
  private double share = 1;
  private int left;
  private int sent;
  private int underWay;
  private int missing;
  private boolean begun;
  private boolean refused;
  private boolean held;

  /** Why fewer were sent for a block than were asked for. */
  public enum Limit {
    /** As many were sent. */
    NOBODY,
    /** The node refused some, or was spared because it had. */
    NODE,
    /** The chain did not include what it was given. */
    CHAIN,
    /** Whoever sends did not come to it in time. */
    INJECTOR
  }

  /**
   * What was sent for one block.
   *
   * @param sent how many transactions
   * @param limit why not more
   */
  public record Wave(int sent, Limit limit) {}

  /** A pace at which the first wave may be sent already. */
  public BlockPace(int asked) {
    this.asked = asked;
    this.left = asked;
  }

  /** How many senders there have to be, so that there is always one to spare. */
  public int senders() {
    return 3 * asked;
  }

  /** Whether one may be sent now; {@link #ended} tells of its end. */
  public synchronized boolean take() {
    begun = true;
    if (left == 0) {
      return false;
    }
    if (underWay >= UNDER_WAY * asked) {
      held = true;
      return false;
    }
    left--;
    sent++;
    underWay++;
    return true;
  }

  /** One that was sent is in a block, or never will be. */
  public synchronized void ended(boolean included) {
    underWay--;
    if (!included) {
      refused = true;
      left = 0;
    }
  }

  /** A block is there: the wave that was meant for it is over, and the next one begins. Before anybody has come to send, nothing changes. */
  public synchronized Wave next() {
    if (!begun) {
      return new Wave(0, Limit.INJECTOR);
    }
    Wave over = new Wave(sent, limit());
    missing = refused || share < 1 ? 0 : Math.clamp(missing + asked - (long) sent, 0, asked / MADE_UP);
    share = refused ? share * STEP_BACK : Math.min(1, share + STEP_FORWARD);
    left = Math.max(1, (int) Math.round(share * asked)) + (share == 1 && !held ? missing : 0);
    sent = 0;
    refused = false;
    held = false;
    return over;
  }

  private Limit limit() {
    if (sent >= asked) {
      return Limit.NOBODY;
    }
    return refused || share < 1 ? Limit.NODE : held ? Limit.CHAIN : Limit.INJECTOR;
  }
}
