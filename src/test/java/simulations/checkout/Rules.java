package simulations.checkout;

/** When a step counts as failed. */
enum Rules {
  /**
   * Whatever is not 2xx or not what it should be has failed; what must be refused has failed unless it is, and unless nothing has changed by
   * it. Each execution draws its scenario.
   */
  STRICT,
  /** To the letter as in the course's tool, of 2021 to 2023: a shopper stays in the scenario that was drawn first. */
  COMPATIBLE
}
