package load;

import java.util.HashMap;
import java.util.Map;

/** Keeps one of equal values: a file repeats its participants, addresses and amounts a million times. */
final class Pool {

  /** A bound for files in which hardly anything repeats. */
  private static final int LIMIT = 500_000;

  private final Map<Object, Object> known = new HashMap<>();

  /** An equal value seen before, or this one. */
  @SuppressWarnings("unchecked")
  <T> T one(T value) {
    Object before = known.get(value);
    if (before != null) {
      return (T) before;
    }
    if (known.size() < LIMIT) {
      known.put(value, value);
    }
    return value;
  }
}
