package rig.wallet;

import account.Account;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import load.Role;
import org.jspecify.annotations.Nullable;
import rig.chain.ChainOptions;
import rig.chain.LocalChain;
import rig.database.Postgres;

/**
 * Two wallets that can be stopped and started again, each by itself.
 *
 * <p>All tests of a JVM share one PostgreSQL, which ends with it; each has databases of its own.
 */
final class Nodes implements AutoCloseable {

  private static final AtomicInteger USED = new AtomicInteger();
  private static @Nullable Postgres shared;

  private final WalletRigOptions options;
  private final UnaryOperator<Peer> road;
  private final Optional<LocalChain> chain;
  private final List<HikariDataSource> pools = new ArrayList<>();
  private final List<WalletNode> nodes = new ArrayList<>();
  /** The roles with the ports that they were given. */
  private final List<Role> bound = new ArrayList<>();

  Nodes(WalletRigOptions options) throws IOException, SQLException {
    this(options, UnaryOperator.identity());
  }

  /** Nodes that reach each other by a road: given a peer, where to send what is for it. */
  Nodes(WalletRigOptions options, UnaryOperator<Peer> road) throws IOException, SQLException {
    this.options = options;
    this.road = road;
    Optional<ChainOptions> asked = options.chain();
    chain = asked.isPresent() ? Optional.of(LocalChain.start(asked.get())) : Optional.empty();
    for (Role role : options.roles().list()) {
      pools.add(database());
      nodes.add(WalletNode.bind(role));
      bound.add(new Role(role.id(), role.databaseName(), nodes.getLast().peer().inbox().getPort(),
          nodes.getLast().url().getPort(), role.privateKey(), role.chainPrivateKey(), role.destination()));
    }
    start(0);
    start(1);
  }

  /** An empty database of the shared server; whoever asks closes it. */
  static synchronized HikariDataSource database() throws IOException, SQLException {
    if (shared == null) {
      shared = Postgres.start();
    }
    String name = "test" + USED.incrementAndGet();
    shared.createDatabase(name);
    return shared.dataSource(name, 4);
  }

  /** Its wallets as their owners see them. */
  TwoWallets wallets() {
    return new TwoWallets(this, chain.map(local -> local.spec().url()), caller(0), caller(1));
  }

  WalletCaller caller(int index) {
    return new WalletCaller(nodes.get(index).url());
  }

  HikariDataSource database(int index) {
    return pools.get(index);
  }

  Peer peer(int index) {
    return nodes.get(index).peer();
  }

  void stop(int index) {
    nodes.get(index).close();
  }

  /** A new node on the ports and the database of the one that was stopped. */
  void restart(int index) throws IOException {
    nodes.set(index, WalletNode.bind(bound.get(index)));
    start(index);
  }

  private void start(int index) throws IOException {
    WalletNode node = nodes.get(index);
    Set<Anomaly> anomalies = options.anomalies()
        .stream()
        .filter(anomaly -> anomaly.concerns(index))
        .collect(Collectors.toSet());
    node.start(new Wallet.Parts(node.role(), pools.get(index), List.of(road.apply(nodes.get(1 - index).peer())),
        link(node.role()), options.settings(), anomalies));
  }

  private Optional<ChainLink> link(Role role) throws IOException {
    if (chain.isEmpty()) {
      return Optional.empty();
    }
    LocalChain local = chain.get();
    return Optional.of(new ChainLink(local.spec(), local.client(Account.of(role.chainPrivateKey())), local.watcher()));
  }

  @Override
  public void close() {
    nodes.forEach(WalletNode::close);
    pools.forEach(HikariDataSource::close);
    chain.ifPresent(LocalChain::close);
  }
}
