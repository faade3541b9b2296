package rig.wallet;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static rig.wallet.TwoWallets.borrowing;
import static rig.wallet.WalletCaller.channel;
import static rig.wallet.WalletCaller.roles;

/** Channels whose money a ledger channel lends. */
final class LedgerChannelTest {

  private static TwoWallets wallets;

  @BeforeAll
  static void start() throws IOException, SQLException {
    wallets = TwoWallets.start(TwoWallets.options());
  }

  @AfterAll
  static void stop() {
    wallets.close();
  }

  @Test
  void lendsAndTakesBackAsTheAppHasSplitIt() {
    String ledger = wallets.openLedger(100);
    String app = wallets.open("app", 5, borrowing(ledger));
    assertThat(amounts(ledger)).containsExactlyInAnyOrder("0x5f", "0x5f", "0xa");
    var update = WalletCaller.JSON.createObjectNode();
    update.set("allocations", WalletCaller.allocations(roles(), 2, 8));
    wallets.a().post("/channels/" + app + "/update", update).is(200);
    wallets.b().turn(app, 4);
    wallets.b().close(app).is(202);
    wallets.closed(app);
    assertThat(amounts(ledger)).containsExactly("0x61", "0x67");
    assertThat(wallets.b().get("/channels/" + ledger).is(200).path("stateHash"))
        .isEqualTo(wallets.a().get("/channels/" + ledger).is(200).path("stateHash"));
  }

  @Test
  void refusesWhatItCannotLendAndLendsAgainWhatIsBack() {
    String ledger = wallets.openLedger(5);
    String first = wallets.open("app", 5, borrowing(ledger));
    assertThat(wallets.a().create(channel("app", roles(), 5, borrowing(ledger))).is(422).path("type").asText())
        .isEqualTo("InsufficientFunds");
    assertThat(wallets.b().close(ledger).error()).isEqualTo("WrongStatus");
    wallets.a().close(first).is(202);
    wallets.closed(first);
    String second = wallets.open("app", 5, borrowing(ledger));
    wallets.a().close(second).is(202);
    wallets.closed(second);
    wallets.b().close(ledger).is(202);
    wallets.closed(ledger);
  }

  @Test
  void twoHundredOpenAndCloseAtOnceFromBothSides() {
    String ledger = wallets.openLedger(100_000);
    try (ExecutorService users = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<String>> opened = IntStream.range(0, 200)
          .mapToObj(i -> CompletableFuture.supplyAsync(() -> openFrom(i % 2 == 0, ledger), users))
          .toList();
      List<String> ids = opened.stream().map(CompletableFuture::join).toList();
      CompletableFuture.allOf(ids.stream()
          .map(id -> CompletableFuture.runAsync(() -> close(id), users))
          .toArray(CompletableFuture<?>[]::new)).join();
    }
    await().untilAsserted(() -> assertThat(amounts(ledger)).containsExactly("0x186a0", "0x186a0"));
    assertThat(wallets.a().get("/channels/" + ledger).is(200).path("turnNum").asLong()).isLessThan(400);
  }

  private static String openFrom(boolean first, String ledger) {
    WalletCaller creator = first ? wallets.a() : wallets.b();
    var roles = first ? roles() : roles().reversed();
    String id = creator.create(channel("app", roles, 5, borrowing(ledger))).is(201).path("channelId").asText();
    wallets.a().reached(id, "running");
    wallets.b().reached(id, "running");
    return id;
  }

  private static void close(String id) {
    wallets.a().close(id).is(202);
    wallets.closed(id);
  }

  private static List<String> amounts(String ledger) {
    JsonNode channel = wallets.a().get("/channels/" + ledger).is(200);
    return channel.path("allocations").path(0).path("allocationItems").findValuesAsText("amount");
  }
}
