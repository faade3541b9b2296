package load.generator;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** So many channels at the same moment, then nothing until the next burst; the bursts are evenly spread. */
public final class Burst implements Arrivals {

  private final int size;

  /**
   * Bursts of a size.
   *
   * @param size channels per burst, at least 1
   */
  public Burst(int size) {
    Draw.require(size >= 1, "a burst of " + size + " channels is none: give 1 or more");
    this.size = size;
  }

  @Override
  public List<Arrival> over(Window window, Random random) {
    int bursts = Math.ceilDiv(window.wanted(), size);
    return IntStream.range(0, window.wanted()).mapToObj(i -> Arrival.at(i / size * window.length() / bursts)).toList();
  }
}
