package load.generator;

import java.util.Random;

/** Random numbers whose bits the language specifies, so that a seed gives the same file everywhere. */
final class Draw {

  private Draw() {}

  /** A stream of numbers of its own for each part of a load. */
  static Random stream(long seed, long part) {
    // The finisher of SplitMix64: neighbouring seeds and parts share nothing.
    long mixed = seed + 0x9e3779b97f4a7c15L * (part + 1);
    mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
    return new Random(mixed ^ mixed >>> 31);
  }

  /** A whole number from the first to the last, both included. */
  static long between(long first, long last, Random random) {
    return first + (long) (random.nextDouble() * (last - first + 1));
  }

  /** Refuses what cannot be meant. */
  static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
