package load.generator;

import java.time.Duration;
import java.util.Random;

/** How many channels, and over what time. */
public sealed interface Volume {

  /** The longest load, in milliseconds: a day. */
  long LONGEST = Duration.ofDays(1).toMillis();

  /** The most channels of a load. */
  int MOST = 10_000_000;

  /**
   * When channels may be created, in milliseconds from the start of the run; both ends included.
   *
   * @param end when everything is over
   */
  record Creates(long from, long until, long end) {

    long length() {
      return until - from;
    }
  }

  /**
   * When channels may be created.
   *
   * @param ready when the first may be: all before is for their ledger
   * @param updating the longest time that a channel's updates take, in milliseconds
   * @throws IllegalArgumentException when there is no such time; the message tells what to change
   */
  Creates creates(long ready, long updating);

  /** The time over which the load is spread, in milliseconds. */
  long span();

  /** How many channels are wanted in that time. */
  int channels(Creates creates);

  /** How many of so many channels are closed. */
  int closes(int channels);

  /** The least time from a channel's create to its close, in milliseconds. */
  long stay();

  /**
   * When a channel is closed.
   *
   * @param created when it is created
   * @param moved when its last update is due, or its create
   */
  long close(long created, long moved, Random random);

  /**
   * Rates over a time, as the original's later versions: nothing is due after the duration.
   *
   * @param duration from 1 s to a day
   * @param createRate channels per second, above 0 and at most 100,000
   * @param closeRate closes per second, 0 or more; positive infinity closes all
   * @param closeDelay the least time from create to close
   */
  record ByRate(Duration duration, double createRate, double closeRate, Duration closeDelay) implements Volume {

    public ByRate {
      long millis = duration.toMillis();
      Draw.require(millis >= 1000 && millis <= LONGEST, "a duration is from 1s to 24h");
      Draw.require(createRate > 0 && createRate <= 100_000, "a create rate is above 0 and at most 100000 per second");
      Draw.require(closeRate >= 0, "a close rate is 0 or more per second, or all");
      Draw.require(!closeDelay.isNegative(), "a close delay is 0 or more");
    }

    @Override
    public Creates creates(long ready, long updating) {
      long room = updating + (closeRate > 0 ? closeDelay.toMillis() : 0);
      long until = duration.toMillis() - room;
      Draw.require(until > ready,
          "no channel fits: the first can be created at " + ready + " ms, and the last needs " + room
              + " ms before the end at " + duration.toMillis() + " ms; give a duration above " + (ready + room)
              + "ms, or shorter delays, or fewer or quicker updates");
      return new Creates(ready, until, duration.toMillis());
    }

    @Override
    public long span() {
      return duration.toMillis();
    }

    @Override
    public int channels(Creates creates) {
      long channels = Math.round(createRate * creates.length() / 1000);
      Draw.require(channels <= MOST, channels + " channels are too many: give a rate or a duration for " + MOST);
      return (int) channels;
    }

    @Override
    public int closes(int channels) {
      return (int) Math.min(channels, Math.round(closeRate * duration.toMillis() / 1000));
    }

    @Override
    public long stay() {
      return closeDelay.toMillis();
    }

    @Override
    public long close(long created, long moved, Random random) {
      return Draw.between(Math.max(moved, created + closeDelay.toMillis()), duration.toMillis(), random);
    }
  }

  /**
   * So many channels, as the original's first version.
   *
   * @param channels from 1 to 10,000,000
   * @param createTime all are created within it
   * @param closeTime each is closed within it after its last update, 1 s at the earliest
   * @param closes whether they are closed
   */
  record ByCount(int channels, Duration createTime, Duration closeTime, boolean closes) implements Volume {

    private static final long SOONEST = 1000;

    public ByCount {
      Draw.require(channels >= 1 && channels <= MOST, "a number of channels is from 1 to 10000000");
      Draw.require(createTime.toMillis() >= 1 && createTime.toMillis() <= LONGEST, "a create time is from 1ms to 24h");
      Draw.require(closeTime.toMillis() >= SOONEST && closeTime.toMillis() <= LONGEST,
          "a close time is from 1s to 24h");
    }

    @Override
    public Creates creates(long ready, long updating) {
      long until = ready + createTime.toMillis();
      return new Creates(ready, until, until + updating + (closes ? closeTime.toMillis() : 0));
    }

    @Override
    public long span() {
      return createTime.toMillis();
    }

    @Override
    public int channels(Creates creates) {
      return channels;
    }

    @Override
    public int closes(int all) {
      return closes ? all : 0;
    }

    @Override
    public long stay() {
      return closes ? SOONEST : 0;
    }

    @Override
    public long close(long created, long moved, Random random) {
      return moved + Draw.between(SOONEST, closeTime.toMillis(), random);
    }
  }
}
