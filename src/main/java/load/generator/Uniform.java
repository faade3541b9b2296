package load.generator;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Each channel at any moment of the window, independent of the others: as the original does. */
public final class Uniform implements Arrivals {

  @Override
  public List<Arrival> over(Window window, Random random) {
    return Stream.generate(() -> Arrival.at(Draw.between(0, window.length(), random))).limit(window.wanted()).toList();
  }
}
