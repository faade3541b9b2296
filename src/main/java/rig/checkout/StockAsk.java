package rig.checkout;

import java.util.List;

/**
 * What the order service asks of the stock service.
 *
 * @param checkout the key: asked twice with the same one, it is done once
 * @param lines what it is about
 */
record StockAsk(Kind kind, String checkout, List<Line> lines) {

  /** Something to do with all lines, or with none. */
  enum Kind {
    TAKE, GIVE_BACK
  }
}
