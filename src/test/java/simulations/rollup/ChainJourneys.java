package simulations.rollup;

import account.Account;
import io.gatling.javaapi.core.ChainBuilder;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

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
    return exec(session -> session.set("payee", payee()))
        .exec(rpc("transfer").due(Pace.DUE).sendTransaction(transfer("#{payee}", "1 gwei")));
  }

  private synchronized String payee() {
    return accounts.get(random.nextInt(accounts.size())).address();
  }
}
