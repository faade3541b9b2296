package protocol.rpc;

import account.Account;
import account.LaneRules;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import protocol.rpc.chain.Header;
import protocol.rpc.chain.WatchSettings;

/**
 * How transactions are sent and followed.
 *
 * @param accounts who sends where the verb does not say: user number n has account n, and begins again after the last; asked for when the
 *     first virtual user is about to start
 * @param lanes how patient nonces are
 * @param watch how chains are watched
 * @param blocks told of each block that joins a chain, with the chain's name, from the first transaction there on; on the watcher's thread,
 *     which it must not hold up
 */
public record TransactionSettings(Supplier<List<Account>> accounts, LaneRules lanes, WatchSettings watch,
    BiConsumer<String, Header> blocks) {

  /** No accounts, the usual patience, chains watched as usual. */
  public static TransactionSettings defaults() {
    return new TransactionSettings(List::of, LaneRules.USUAL, WatchSettings.defaults(), (_, _) -> {});
  }

  /** The same with accounts. */
  public TransactionSettings accounts(Supplier<List<Account>> others) {
    return new TransactionSettings(others, lanes, watch, blocks);
  }

  /** The same with other lanes. */
  public TransactionSettings lanes(LaneRules others) {
    return new TransactionSettings(accounts, others, watch, blocks);
  }

  /** The same with chains watched in another way. */
  public TransactionSettings watch(WatchSettings other) {
    return new TransactionSettings(accounts, lanes, other, blocks);
  }

  /** The same, telling of blocks. */
  public TransactionSettings blocks(BiConsumer<String, Header> told) {
    return new TransactionSettings(accounts, lanes, watch, told);
  }
}
