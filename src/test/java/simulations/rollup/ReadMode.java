package simulations.rollup;

/** What reads of a chain are for. */
enum ReadMode {
  /** As many as are asked for. */
  LOAD,
  /** Ever more, up to the knee. */
  SWEEP,
  /** Each of two nodes, whose answers must agree. */
  EQUALITY
}
