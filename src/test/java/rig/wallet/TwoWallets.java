package rig.wallet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import load.Roles;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.http.HttpService;
import rig.chain.ChainOptions;
import rig.chain.InstalledAnvil;
import targets.ChainSpec;

import static rig.wallet.WalletCaller.channel;
import static rig.wallet.WalletCaller.funding;
import static rig.wallet.WalletCaller.roles;

/** The wallets A and B, running. */
record TwoWallets(AutoCloseable behind, Optional<URI> chain, WalletCaller a, WalletCaller b) implements AutoCloseable {

  /** In a rig of their own. */
  static TwoWallets inRig(WalletRigOptions options) throws IOException {
    WalletRig rig = WalletRig.bind(options);
    rig.start(line -> {});
    return new TwoWallets(rig, rig.target().chain().map(ChainSpec::url),
        new WalletCaller(rig.target().endpoints().get(0).url()),
        new WalletCaller(rig.target().endpoints().get(1).url()));
  }

  /** As nodes on the shared database, which is started faster. */
  static TwoWallets start(WalletRigOptions options) throws IOException, SQLException {
    return new Nodes(options).wallets();
  }

  static WalletRigOptions options() {
    return WalletRigOptions.of(Roles.defaults());
  }

  /** With peers that are asked after 100 ms. */
  static WalletRigOptions impatient() {
    return options().withSettings(new WalletSettings(true, Duration.ofMillis(100), Optional.empty(), Disturbance.NONE));
  }

  /** With a chain that makes a block every 100 ms; skipped where there is no anvil. */
  static WalletRigOptions optionsWithChain() {
    return options().withChain(ChainOptions.of(InstalledAnvil.path()).withBlockTime(Duration.ofMillis(100)));
  }

  /** Opens a channel of A with B, with so many wei each, and waits until both run it. */
  String open(String kind, long each, ObjectNode funding) {
    String id = a.create(channel(kind, roles(), each, funding)).is(201).path("channelId").asText();
    a.reached(id, "running");
    b.reached(id, "running");
    return id;
  }

  String openUnfunded() {
    return open("app", 5, funding("None"));
  }

  String openLedger(long each) {
    return open("ledger", each, funding("None"));
  }

  static ObjectNode borrowing(String ledgerId) {
    return funding("Ledger").put("ledgerChannelId", ledgerId);
  }

  void closed(String id) {
    a.reached(id, "closed");
    b.reached(id, "closed");
  }

  /** The wei at the destination of A (0) or B (1). */
  BigInteger balance(int index) throws IOException {
    return balance("0x" + roles().get(index).destination().substring(26));
  }

  /** The wei that the adjudicator has. */
  BigInteger adjudicatorBalance() throws IOException {
    return balance(a.get("/").is(200).path("adjudicator").asText());
  }

  private BigInteger balance(String address) throws IOException {
    Web3j node = Web3j.build(new HttpService(chain.orElseThrow().toString()));
    try {
      return node.ethGetBalance(address, DefaultBlockParameterName.LATEST).send().getBalance();
    } finally {
      node.shutdown();
    }
  }

  /** The time of the last block, in seconds. */
  BigInteger chainTime() throws IOException {
    Web3j node = Web3j.build(new HttpService(chain.orElseThrow().toString()));
    try {
      return node.ethGetBlockByNumber(DefaultBlockParameterName.LATEST, false).send().getBlock().getTimestamp();
    } finally {
      node.shutdown();
    }
  }

  @Override
  public void close() {
    try {
      behind.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
