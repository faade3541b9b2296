package load.generator;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A rate that rises evenly from nothing to twice the mean: where does the system bend? */
public final class Ramp implements Arrivals {

  @Override
  public List<Arrival> over(Window window, Random random) {
    // The number that has come by t grows with the square of t.
    return IntStream.range(0, window.wanted())
        .mapToObj(i -> Arrival.at((long) (window.length() * Math.sqrt((i + 0.5) / window.wanted()))))
        .toList();
  }
}
