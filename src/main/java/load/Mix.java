package load;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is done, and how often: names with weights. */
public final class Mix {

  private final List<String> names;
  private final double[] sums;

  private Mix(Map<String, Double> weights) {
    this.names = List.copyOf(weights.keySet());
    this.sums = weights.values().stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.parallelPrefix(sums, Double::sum);
  }

  /**
   * Reads a CSV file of two columns: a name and its {@code weight}, a number from 0, of which only the ratio to the others counts.
   *
   * @param column what the first column is called
   * @param known the names that mean something
   * @throws LoadFileException with every problem of the file
   */
  public static Mix read(Path file, String column, Set<String> known) {
    return new Mix(new MixFile(file, column, known).read());
  }

  /** The share of each, by name, in the order of the file; they sum up to 1. What has no weight is left out. */
  public Map<String, Double> shares() {
    Map<String, Double> shares = new LinkedHashMap<>();
    double before = 0;
    for (int i = 0; i < sums.length; i++) {
      if (sums[i] > before) {
        shares.put(names.get(i), (sums[i] - before) / all());
      }
      before = sums[i];
    }
    return shares;
  }

  /**
   * The name that a draw falls on.
   *
   * @param drawn from 0 to 1, without 1
   */
  public String at(double drawn) {
    double point = drawn * all();
    int found = 0;
    while (sums[found] <= point) {
      found++;
    }
    return names.get(found);
  }

  private double all() {
    return sums[sums.length - 1];
  }
}
