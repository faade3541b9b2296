package simulations.rollup;

import account.Account;
import io.gatling.javaapi.core.ChainBuilder;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import protocol.rpc.RpcTransaction;
import simulations.Pace;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static protocol.rpc.RpcDsl.rpc;
import static protocol.rpc.RpcDsl.transfer;

/** What users of chains do. */
final class ChainJourneys {

  private final List<Account> accounts;
  private final RandomGenerator random;

  /** Journeys between accounts, drawn with a seed. */
  ChainJourneys(List<Account> accounts, long seed) {
    this.accounts = accounts;
    this.random = RandomGeneratorFactory.of("SplittableRandom").create(seed);
  }

  /** Pays a little to one of the others. */
  ChainBuilder pays() {
    return choosesAPayee().exec(payment());
  }

  /** The same, and stays until so many blocks more than can leave the chain stand on it. */
  ChainBuilder paysForGood(int depth) {
    return choosesAPayee().exec(payment().untilConfirmed(depth + 1));
  }

  /** Has the chain replace so many of its latest blocks by empty ones. */
  ChainBuilder reorganises(int depth) {
    return exec(rpc("reorganise").call("anvil_reorg", depth, List.of()).nullAllowed());
  }

  private static RpcTransaction payment() {
    return rpc("transfer").due(Pace.DUE).sendTransaction(transfer("#{payee}", "1 gwei"));
  }

  /** Finds one of the others, to pay to. */
  ChainBuilder choosesAPayee() {
    return exec(session -> session.set("payee", payee()));
  }

  private synchronized String payee() {
    return accounts.get(random.nextInt(accounts.size())).address();
  }
}
