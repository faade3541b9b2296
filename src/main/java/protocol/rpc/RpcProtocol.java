package protocol.rpc;

import account.Account;
import history.RunClock;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import protocol.engine.ComponentsKey;
import protocol.engine.Engine;
import protocol.engine.EngineProtocol;
import protocol.engine.HttpSettings;
import protocol.rpc.chain.Header;
import protocol.rpc.node.ErrorTable;
import protocol.rpc.node.RpcChain;

/**
 * How chains are spoken to.
 *
 * @param engine what the run's protocols share
 * @param chains the chains, at least one; asked for when the first virtual user is about to start. The first is the one that verbs
 *     mean which name none
 * @param timeout how long an endpoint may take to answer
 * @param http how connections are made and kept
 * @param shared whether all users of an event loop share their connections; off gives each user its own
 * @param errors what errors mean
 * @param transactions how transactions are sent and followed
 */
public record RpcProtocol(Engine engine, Supplier<List<RpcChain>> chains, Duration timeout, HttpSettings http,
    boolean shared, ErrorTable errors, TransactionSettings transactions) implements EngineProtocol {

  static final ComponentsKey<RpcProtocol, RpcComponents> KEY = new ComponentsKey<>(RpcProtocol.class,
      RpcComponents::open);

  /** 10 s to answer, shared connections, the errors that come with Broadside. */
  public static RpcProtocol of(Engine engine, Supplier<List<RpcChain>> chains) {
    return new RpcProtocol(engine, chains, Duration.ofSeconds(10), HttpSettings.defaults(), true, ErrorTable.standard(),
        TransactionSettings.defaults());
  }

  /**
   * One node, for a simulation that stands alone: nothing is kept beyond Gatling's own report.
   *
   * @param id the chain's id, which what is signed for it bears
   */
  public static RpcProtocol node(long id, URI url) {
    Engine alone = new Engine(_ -> {}, RunClock.startingNow());
    return of(alone, () -> List.of(RpcChain.of("chain", id, url)));
  }

  /** The same with another time to answer. */
  public RpcProtocol timeout(Duration other) {
    return new RpcProtocol(engine, chains, other, http, shared, errors, transactions);
  }

  /** The same with other connections. */
  public RpcProtocol http(HttpSettings other) {
    return new RpcProtocol(engine, chains, timeout, other, shared, errors, transactions);
  }

  /** The same with connections of each user's own, as browsers and wallets have them. */
  public RpcProtocol ownConnections() {
    return new RpcProtocol(engine, chains, timeout, http, false, errors, transactions);
  }

  /** The same with another table of errors. */
  public RpcProtocol errors(ErrorTable other) {
    return new RpcProtocol(engine, chains, timeout, http, shared, other, transactions);
  }

  /** The same, transactions being sent and followed in another way. */
  public RpcProtocol transactions(TransactionSettings other) {
    return new RpcProtocol(engine, chains, timeout, http, shared, errors, other);
  }

  /** The same, telling of each block that joins a chain; see {@link TransactionSettings#blocks()}. */
  public RpcProtocol blocks(BiConsumer<String, Header> told) {
    return transactions(transactions.blocks(told));
  }

  /** The same with accounts that send where the verb does not say who does. */
  public RpcProtocol accounts(Supplier<List<Account>> accounts) {
    return transactions(transactions.accounts(accounts));
  }
}
