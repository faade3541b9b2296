package rig.wallet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import load.Roles;
import org.junit.jupiter.api.Assumptions;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.http.HttpService;
import rig.chain.AnvilFinder;
import rig.chain.ChainOptions;

import static rig.wallet.WalletCaller.channel;
import static rig.wallet.WalletCaller.funding;
import static rig.wallet.WalletCaller.roles;

/** A running rig with the wallets A and B. */
record TwoWallets(WalletRig rig, WalletCaller a, WalletCaller b) implements AutoCloseable {

  static TwoWallets start(WalletRigOptions options) throws IOException {
    WalletRig rig = WalletRig.bind(options);
    rig.start(line -> {});
    return new TwoWallets(rig, new WalletCaller(rig.target().endpoints().get(0).url()),
        new WalletCaller(rig.target().endpoints().get(1).url()));
  }

  static TwoWallets start() throws IOException {
    return start(options());
  }

  static WalletRigOptions options() {
    return WalletRigOptions.of(Roles.defaults());
  }

  /** With a chain that makes a block every 100 ms; skipped where there is no anvil. */
  static WalletRigOptions optionsWithChain() {
    Optional<Path> anvil = AnvilFinder.find(Path.of(""), System.getenv("PATH"));
    Assumptions.assumeTrue(anvil.isPresent(), "no anvil on this machine");
    return options().withChain(ChainOptions.of(anvil.get()).withBlockTime(Duration.ofMillis(100)));
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
    Web3j chain = Web3j.build(new HttpService(rig.target().chain().orElseThrow().url().toString()));
    try {
      String address = "0x" + roles().get(index).destination().substring(26);
      return chain.ethGetBalance(address, DefaultBlockParameterName.LATEST).send().getBalance();
    } finally {
      chain.shutdown();
    }
  }

  @Override
  public void close() {
    rig.close();
  }
}
