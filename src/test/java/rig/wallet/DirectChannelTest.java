package rig.wallet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static rig.wallet.TwoWallets.borrowing;
import static rig.wallet.WalletCaller.funding;
import static rig.wallet.WalletCaller.roles;

/** Channels whose money is on a chain. */
final class DirectChannelTest {

  private static TwoWallets wallets;

  @BeforeAll
  static void start() throws IOException {
    wallets = TwoWallets.inRig(TwoWallets.optionsWithChain());
  }

  @AfterAll
  static void stop() {
    if (wallets != null) {
      wallets.close();
    }
  }

  @Test
  void depositsAndPaysOut() throws IOException {
    BigInteger before = wallets.balance(1);
    String id = wallets.open("app", 7, funding("Direct"));
    var update = WalletCaller.JSON.createObjectNode();
    update.set("allocations", WalletCaller.allocations(roles(), 3, 11));
    wallets.a().post("/channels/" + id + "/update", update).is(200);
    wallets.b().turn(id, 4);
    wallets.a().close(id).is(202);
    wallets.closed(id);
    assertThat(wallets.balance(1)).isGreaterThanOrEqualTo(before.add(BigInteger.valueOf(11)));
  }

  @Test
  void aLedgerOnChainLends() {
    String ledger = wallets.open("ledger", 20, funding("Direct"));
    String app = wallets.open("app", 5, borrowing(ledger));
    wallets.a().close(app).is(202);
    wallets.closed(app);
    wallets.a().close(ledger).is(202);
    wallets.closed(ledger);
  }

  @Test
  void aTokenIsRefusedAtOnce() {
    String token = "0x" + "c".repeat(40);
    for (String kind : List.of("app", "ledger")) {
      var body = WalletCaller.channel(kind, roles(), 5, funding("Direct"));
      ((ObjectNode) body.path("allocations").get(0)).put("asset", token);
      assertThat(wallets.a().create(body).is(400).path("message").asText()).contains(token, "the chain's own coin");
    }
  }

  @Test
  void twentyAtOnce() {
    try (ExecutorService users = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Void>> all = IntStream.range(0, 20)
          .mapToObj(i -> CompletableFuture.runAsync(DirectChannelTest::openAndClose, users))
          .toList();
      CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new)).join();
    }
  }

  private static void openAndClose() {
    String id = wallets.open("app", 5, funding("Direct"));
    wallets.b().close(id).is(202);
    wallets.closed(id);
  }
}
