package simulations;

import targets.Target;

/** Targets of one's own. */
final class Targets {

  private Targets() {}

  /** The target of that name, for the given system. */
  static Target named(String name, String system) {
    throw new IllegalArgumentException("no target " + name + " for " + system);
  }
}
