package load.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Many users who know nothing of each other: the times between channels are exponential, and how many come is random too. */
public final class Poisson implements Arrivals {

  @Override
  public List<Arrival> over(Window window, Random random) {
    double meanGap = (double) window.length() / window.wanted();
    List<Arrival> arrivals = new ArrayList<>();
    for (double at = gap(meanGap, random); at <= window.length(); at += gap(meanGap, random)) {
      arrivals.add(Arrival.at((long) at));
    }
    return arrivals;
  }

  @Override
  public boolean isExact() {
    return false;
  }

  private static double gap(double mean, Random random) {
    // StrictMath gives the same bits on every machine.
    return -mean * StrictMath.log(1 - random.nextDouble());
  }
}
