package invariant;

import history.Operation;

/** The operations that the judges of wallets read; docs/history.md tells their data. */
final class Kinds {

  static final String CREATE_LEDGER = "create ledger channel";
  static final String CREATE = "create channel";
  static final String JOIN = "join channel";
  static final String UPDATE = "update channel";
  static final String CLOSE = "close channel";
  static final String READ_CHANNEL = "read channel";
  static final String READ_STATES = "read states";
  static final String READ_ROW = "read row";
  static final String READ_ROWS = "read rows";
  static final String READ_HOLDINGS = "read holdings";
  static final String READ_DEPOSITS = "read deposits";
  static final String READ_PAYOUTS = "read payouts";
  static final String READ_BALANCE = "read balance";
  static final String READ_ADJUDICATOR = "read adjudicator";

  private static final String WARM_UP = "warm-up: ";

  private Kinds() {}

  /** What was asked, whether during the warm-up or after it. */
  static String of(Operation operation) {
    return isWarmUp(operation) ? operation.kind().substring(WARM_UP.length()) : operation.kind();
  }

  /** Whether it belongs to the warm-up, whose channels need not be read back. */
  static boolean isWarmUp(Operation operation) {
    return operation.kind().startsWith(WARM_UP);
  }
}
