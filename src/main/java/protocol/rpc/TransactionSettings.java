package protocol.rpc;

import account.Account;
import account.LaneRules;
import java.util.List;
import java.util.function.Supplier;
import protocol.rpc.chain.WatchSettings;

/**
 * How transactions are sent and followed.
 *
 * @param accounts who sends where the verb does not say: user number n has account n, and begins again after the last; asked for when the
 *     first virtual user is about to start
 * @param lanes how patient nonces are
 * @param watch how chains are watched
 */
public record TransactionSettings(Supplier<List<Account>> accounts, LaneRules lanes, WatchSettings watch) {

  /** No accounts, the usual patience, chains watched as usual. */
  public static TransactionSettings defaults() {
    return new TransactionSettings(List::of, LaneRules.USUAL, WatchSettings.defaults());
  }

  /** The same with accounts. */
  public TransactionSettings accounts(Supplier<List<Account>> others) {
    return new TransactionSettings(others, lanes, watch);
  }

  /** The same with other lanes. */
  public TransactionSettings lanes(LaneRules others) {
    return new TransactionSettings(accounts, others, watch);
  }

  /** The same with chains watched in another way. */
  public TransactionSettings watch(WatchSettings other) {
    return new TransactionSettings(accounts, lanes, other);
  }
}
