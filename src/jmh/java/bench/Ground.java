package bench;

import account.Account;
import account.LaneRules;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import protocol.engine.Engine;
import protocol.rpc.RpcProtocol;
import protocol.rpc.TransactionSettings;
import protocol.rpc.node.RpcChain;

/**
 * The chain that a benchmark of transactions runs on, as told by system properties.
 *
 * @param url where it answers
 * @param socket its WebSocket; empty for none
 * @param id its chain id
 * @param accounts how many accounts send
 * @param inFlight how many transactions of each may be in no block yet
 */
record Ground(String url, String socket, long id, int accounts, int inFlight) {

  static Ground given() {
    return new Ground(System.getProperty("url"), System.getProperty("socket", ""), Long.getLong("chain"),
        Integer.getInteger("accounts"), Integer.getInteger("inFlight"));
  }

  /** The same as options of a JVM. */
  List<String> options() {
    return List.of("-Durl=" + url, "-Dsocket=" + socket, "-Dchain=" + id, "-Daccounts=" + accounts,
        "-DinFlight=" + inFlight);
  }

  List<Account> payers() {
    return IntStream.rangeClosed(1, accounts).mapToObj(number -> Account.of("%064x".formatted(number))).toList();
  }

  RpcProtocol protocol(Engine engine) {
    RpcChain chain = RpcChain.of("one", id, URI.create(url))
        .subscribing(Stream.of(socket).filter(there -> !there.isEmpty()).map(URI::create).toArray(URI[]::new));
    List<Account> payers = payers();
    return RpcProtocol.of(engine, () -> List.of(chain))
        .transactions(
            TransactionSettings.defaults().accounts(() -> payers).lanes(LaneRules.USUAL.withInFlight(inFlight)));
  }
}
