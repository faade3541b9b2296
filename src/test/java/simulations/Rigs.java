package simulations;

import rig.Rig;

/** The embedded targets, by system. */
final class Rigs {

  private Rigs() {}

  /** Binds the embedded target of a system; nothing is started yet. */
  static Rig bind(String system, Settings settings) {
    throw new IllegalArgumentException("there is no embedded target for the system " + system);
  }
}
