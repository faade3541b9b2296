package protocol.rpc.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Methods with their weights, and what they are filled with. The same seed gives each user the same requests. */
public final class Mix {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final List<Method> methods;
  private final Sample sample;
  private final long seed;
  private final boolean comparing;
  private final double[] upTo;

  private Mix(List<Method> methods, Sample sample, long seed, boolean comparing) {
    this.methods = methods;
    this.sample = sample;
    this.seed = seed;
    this.comparing = comparing;
    this.upTo = new double[methods.size()];
    double sum = 0;
    for (int i = 0; i < upTo.length; i++) {
      sum += methods.get(i).weight();
      upTo[i] = sum;
    }
  }

  /** A mix for asking one chain: {@link Placeholder#LATEST} is the head, whatever it is at that time. */
  static Mix asking(List<Method> methods, Sample sample, long seed) {
    return new Mix(methods, sample, seed, false);
  }

  /** A mix for comparing two nodes: {@link Placeholder#LATEST} is a block that both have. */
  static Mix comparing(List<Method> methods, Sample sample, long seed) {
    return new Mix(methods, sample, seed, true);
  }

  /** The weight of each name. */
  public static Map<String, Double> weights(List<Method> methods) {
    Map<String, Double> weights = new TreeMap<>();
    methods.forEach(method -> weights.merge(method.name(), method.weight(), Double::sum));
    return weights;
  }

  /** What is asked. */
  List<Method> methods() {
    return methods;
  }

  /** What was found to ask about. */
  Sample sample() {
    return sample;
  }

  /**
   * What a user asks.
   *
   * @param turn how often the user has asked before
   */
  Request draw(long user, long turn) {
    SplittableRandom random = new SplittableRandom(seed + (user << 20 ^ turn) * GOLDEN);
    double dart = random.nextDouble() * upTo[upTo.length - 1];
    int drawn = 0;
    while (upTo[drawn] <= dart) {
      drawn++;
    }
    return fill(methods.get(drawn), random);
  }

  /** Each method once. */
  List<Request> once() {
    SplittableRandom random = new SplittableRandom(seed);
    List<Request> all = new ArrayList<>();
    methods.forEach(method -> all.add(fill(method, random)));
    return all;
  }

  private Request fill(Method method, SplittableRandom random) {
    Draw draw = Draw.of(sample, comparing ? Draw.hex(sample.top()) : "latest", random);
    return new Request(method.name(), method.method(), method.params().with(draw::value), method.isPinned(comparing));
  }
}
