package rig.wallet;

import account.Account;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import load.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rig.Rig;
import rig.chain.ChainOptions;
import rig.chain.LocalChain;
import rig.database.Postgres;
import targets.Capability;
import targets.ChainSpec;
import targets.Endpoint;
import targets.Target;

/** Wallets, a database for each and a chain, all in this process or owned by it. */
public final class WalletRig implements Rig {

  private static final Logger LOG = LoggerFactory.getLogger(WalletRig.class);
  private static final int CONNECTIONS = 8;
  private static final Map<Anomaly, String> ADJUDICATORS = Map.of(Anomaly.LEAKY_ADJUDICATOR, "LeakyAdjudicator",
      Anomaly.SKIMMED_DEPOSIT, "SkimmingAdjudicator");

  private final WalletRigOptions options;
  private final List<WalletNode> nodes = new ArrayList<>();
  private final Deque<AutoCloseable> toClose = new ArrayDeque<>();
  private Optional<Postgres> database = Optional.empty();
  private Optional<LocalChain> chain = Optional.empty();

  private WalletRig(WalletRigOptions options) {
    this.options = options;
  }

  /**
   * Binds the ports of all wallets; they answer 503 until the rig is started.
   *
   * @throws IllegalStateException when a port is taken, or two anomalies want the adjudicator; the message tells the fix
   */
  public static WalletRig bind(WalletRigOptions options) {
    if (options.anomalies().containsAll(ADJUDICATORS.keySet())) {
      throw new IllegalStateException("a chain has one adjudicator: plant leaky-adjudicator or skimmed-deposit");
    }
    var rig = new WalletRig(options);
    try {
      options.roles().list().forEach(role -> rig.nodes.add(WalletNode.bind(role)));
    } catch (IllegalStateException e) {
      rig.close();
      throw e;
    }
    return rig;
  }

  @Override
  public void start(Consumer<String> progress) throws IOException {
    try {
      Postgres server = owned(Postgres.start());
      database = Optional.of(server);
      progress.accept("PostgreSQL for " + nodes.size() + " wallets");
      if (options.chain().isPresent()) {
        LocalChain local = owned(LocalChain.start(chainOptions(options.chain().get())));
        chain = Optional.of(local);
        progress.accept("a chain at " + local.spec().url());
      }
      for (int i = 0; i < nodes.size(); i++) {
        start(i, server);
        progress.accept("wallet " + nodes.get(i).role().id() + " at " + nodes.get(i).url() + ", its inbox at "
            + nodes.get(i).peer().inbox());
      }
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private ChainOptions chainOptions(ChainOptions asked) {
    return ADJUDICATORS.entrySet()
        .stream()
        .filter(planted -> options.anomalies().contains(planted.getKey()))
        .findAny()
        .map(planted -> asked.withContract(planted.getValue()))
        .orElse(asked);
  }

  private void start(int index, Postgres server) throws IOException {
    WalletNode node = nodes.get(index);
    Role role = node.role();
    try {
      server.createDatabase(role.databaseName());
    } catch (SQLException e) {
      throw new IOException("no database for wallet " + role.id() + ": " + e.getMessage(), e);
    }
    HikariDataSource pool = owned(server.dataSource(role.databaseName(), CONNECTIONS));
    List<Peer> peers = nodes.stream().filter(other -> other != node).map(WalletNode::peer).toList();
    node.start(new Wallet.Parts(role, pool, peers, link(role), options.settings(), anomalies(index)));
  }

  private Optional<ChainLink> link(Role role) throws IOException {
    if (chain.isEmpty()) {
      return Optional.empty();
    }
    LocalChain local = chain.get();
    return Optional.of(new ChainLink(local.spec(), local.client(Account.of(role.chainPrivateKey())), local.watcher()));
  }

  private Set<Anomaly> anomalies(int index) {
    return options.anomalies().stream().filter(anomaly -> anomaly.concerns(index)).collect(Collectors.toSet());
  }

  @Override
  public Set<Capability> capabilities() {
    EnumSet<Capability> capabilities = EnumSet.of(Capability.LEDGER_FUNDING, Capability.STATE_LOG, Capability.DATABASE);
    if (options.chain().isPresent()) {
      capabilities.add(Capability.DIRECT_FUNDING);
    }
    return capabilities;
  }

  @Override
  public Target target() {
    List<Endpoint> endpoints = nodes.stream()
        .map(node -> new Endpoint(node.role().id(), node.url(), database.map(server -> database(server, node.role())),
            Optional.empty()))
        .toList();
    Optional<ChainSpec> spec = chain.map(LocalChain::spec);
    return new Target("embedded", "wallet", endpoints, spec, List.of(), capabilities(), Optional.empty());
  }

  private static Endpoint.Database database(Postgres server, Role role) {
    return new Endpoint.Database(server.jdbcUrl(role.databaseName()), Postgres.USER, "");
  }

  private <T extends AutoCloseable> T owned(T resource) {
    toClose.push(resource);
    return resource;
  }

  @Override
  public void close() {
    // The wallets first: what they stand on was made after they were bound.
    nodes.reversed().forEach(toClose::push);
    while (!toClose.isEmpty()) {
      AutoCloseable next = toClose.pop();
      try {
        next.close();
      } catch (Exception e) {
        LOG.warn("{} did not close", next.getClass().getSimpleName(), e);
      }
    }
  }
}
