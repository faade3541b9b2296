package invariant.workload;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The bounds are those that looking at every moment gives. */
final class EnvelopeTest {

  private static final int ENDS = 30;

  private record Addition(long amount, long started, long ended) {

    /** What it has done for certain at a moment, counted in halves of a line. */
    long least(double moment) {
      return ended < moment ? amount : started <= moment ? Math.min(0, amount) : 0;
    }

    long most(double moment) {
      return ended < moment ? amount : started <= moment ? Math.max(0, amount) : 0;
    }
  }

  private record Bounds(long least, long most) {}

  private static Bounds slowly(List<Addition> additions, long started, long ended) {
    double[] moments = LongStream.rangeClosed(2 * started, 2 * ended).mapToDouble(half -> half / 2.0).toArray();
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    for (double moment : moments) {
      least = Math.min(least, additions.stream().mapToLong(each -> each.least(moment)).sum());
      most = Math.max(most, additions.stream().mapToLong(each -> each.most(moment)).sum());
    }
    return new Bounds(least, most);
  }

  @Test
  void areThoseOfEveryMoment() {
    Random random = new Random(1);
    for (int history = 0; history < 500; history++) {
      Envelope envelope = new Envelope();
      List<Addition> additions = new ArrayList<>();
      LongArrayList started = new LongArrayList();
      LongArrayList ended = new LongArrayList();
      for (int i = 0; i < 12; i++) {
        long start = random.nextInt(ENDS);
        long end = start + random.nextInt(8);
        if (random.nextBoolean()) {
          started.add(start);
          ended.add(end);
        } else {
          var addition = new Addition(random.nextInt(9) - 4, start, random.nextInt(5) == 0 ? Envelope.NEVER : end);
          additions.add(addition);
          envelope.add(addition.amount(), addition.started(), addition.ended());
        }
      }
      envelope.bounds(started, ended,
          (window, least, most) -> assertThat(new Bounds(least, most))
              .as(additions + " from " + started.getLong(window) + " to " + ended.getLong(window))
              .isEqualTo(slowly(additions, started.getLong(window), ended.getLong(window))));
    }
  }
}
