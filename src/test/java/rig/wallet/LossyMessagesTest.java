package rig.wallet;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static rig.wallet.TwoWallets.borrowing;
import static rig.wallet.WalletCaller.funding;

/** Three in ten messages between the wallets are lost, the others late: all channels come to their end nevertheless. */
final class LossyMessagesTest {

  private static TwoWallets wallets;

  @BeforeAll
  static void start() throws IOException, SQLException {
    var lossy = new Disturbance(0.3, Duration.ofMillis(5), 42);
    wallets = TwoWallets.start(
        TwoWallets.options().withSettings(new WalletSettings(true, Duration.ofMillis(30), Optional.empty(), lossy)));
  }

  @AfterAll
  static void stop() {
    wallets.close();
  }

  @Test
  void unfundedChannelsConverge() {
    forMany(20, _ -> liveAndDie(wallets.openUnfunded()));
  }

  @Test
  void ledgerFundedChannelsConverge() {
    String ledger = wallets.openLedger(1000);
    forMany(20, _ -> liveAndDie(wallets.open("app", 5, borrowing(ledger))));
    wallets.a().close(ledger).is(202);
    wallets.closed(ledger);
  }

  @Test
  void aLostUpdateIsRepairedByWhoSentIt() {
    String id = wallets.open("app", 5, funding("None"));
    wallets.a().update(id, "0x01").is(200);
    assertThat(wallets.b().turn(id, 4).path("appData").asText()).isEqualTo("0x01");
  }

  private static void liveAndDie(String id) {
    wallets.a().update(id, "0x01").is(200);
    wallets.b().turn(id, 4);
    wallets.b().update(id, "0x02").is(200);
    wallets.a().turn(id, 5);
    wallets.b().close(id).is(202);
    wallets.closed(id);
    assertThat(wallets.a().get("/channels/" + id).json().path("stateHash"))
        .isEqualTo(wallets.b().get("/channels/" + id).json().path("stateHash"));
  }

  private static void forMany(int times, Consumer<Integer> life) {
    try (ExecutorService users = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Void>> all = IntStream.range(0, times)
          .mapToObj(i -> CompletableFuture.runAsync(() -> life.accept(i), users))
          .toList();
      CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new)).join();
    }
  }
}
