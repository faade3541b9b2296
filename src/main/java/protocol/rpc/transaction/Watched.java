package protocol.rpc.transaction;

import account.Fate;

/**
 * Who watches an order, and how it is taken back.
 *
 * @param progress who wants to know
 * @param ticket how it is taken back
 * @param census where it is counted
 * @param counts whether it is somebody's order; false for a transaction that only fills a gap
 */
record Watched(Progress progress, Ticket ticket, Census census, boolean counts) {

  /** Nothing was sent, unless the order was taken back before. */
  void notSent(Throwable reason) {
    if (ticket.sign()) {
      failed(reason);
    }
  }

  /** Nothing was sent, though its turn had come. */
  void failed(Throwable reason) {
    if (counts) {
      census.notSent.increment();
    }
    progress.onNotSent(NotSent.outcomeOf(reason));
  }

  /** Something is sent. */
  void sent() {
    if (counts) {
      census.sent();
    } else {
      census.fillers.increment();
    }
  }

  /** Something has become of it. */
  void moved(Fate from, Fate to) {
    if (counts) {
      census.moved(from, to);
    }
    if (to != Fate.WAITING) {
      progress.onFate(to);
    }
  }
}
