package load.generator;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/** The same time between any two channels. */
public final class Constant implements Arrivals {

  @Override
  public List<Arrival> over(Window window, Random random) {
    return LongStream.range(0, window.wanted())
        .mapToObj(i -> Arrival.at(i * window.length() / window.wanted()))
        .toList();
  }
}
