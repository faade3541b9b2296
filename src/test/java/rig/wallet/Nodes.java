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
import load.Role;
import rig.chain.ChainOptions;
import rig.chain.LocalChain;
import rig.database.Postgres;

import static rig.wallet.WalletCaller.roles;

/** Two wallets that can be stopped and started again, each by itself. */
final class Nodes implements AutoCloseable {

  static final Duration SYNC = Duration.ofMillis(100);

  private final Postgres postgres;
  private final Optional<LocalChain> chain;
  private final List<HikariDataSource> pools = new ArrayList<>();
  private final List<WalletNode> nodes = new ArrayList<>();
  /** The roles with the ports that they were given. */
  private final List<Role> bound = new ArrayList<>();

  Nodes(Optional<ChainOptions> options) throws IOException, SQLException {
    postgres = Postgres.start();
    chain = options.isPresent() ? Optional.of(LocalChain.start(options.get())) : Optional.empty();
    for (Role role : roles()) {
      postgres.createDatabase(role.databaseName());
      pools.add(postgres.dataSource(role.databaseName(), 4));
      nodes.add(WalletNode.bind(role));
      bound.add(new Role(role.id(), role.databaseName(), nodes.getLast().peer().inbox().getPort(),
          nodes.getLast().url().getPort(), role.privateKey(), role.chainPrivateKey(), role.destination()));
    }
    start(0);
    start(1);
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
    var settings = new WalletSettings(true, SYNC, Optional.empty(), Disturbance.NONE);
    node.start(new Wallet.Parts(node.role(), pools.get(index), List.of(nodes.get(1 - index).peer()), link(node.role()),
        settings, Set.of()));
  }

  private Optional<ChainLink> link(Role role) throws IOException {
    if (chain.isEmpty()) {
      return Optional.empty();
    }
    LocalChain local = chain.get();
    return Optional.of(new ChainLink(local.spec(), local.client(Account.of(role.chainPrivateKey())), local.watcher()));
  }

  LocalChain chain() {
    return chain.orElseThrow();
  }

  @Override
  public void close() throws IOException {
    nodes.forEach(WalletNode::close);
    pools.forEach(HikariDataSource::close);
    chain.ifPresent(LocalChain::close);
    postgres.close();
  }
}
