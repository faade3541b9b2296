package protocol.wallet;

import history.Operation;
import io.gatling.javaapi.core.Simulation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import load.Funding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import protocol.engine.Stage;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.core.CoreDsl.tryMax;
import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.failedFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static protocol.wallet.WalletBench.TARGET;
import static protocol.wallet.WalletBench.creates;
import static protocol.wallet.WalletDsl.joinChannel;

/** Wallets that do not join by themselves. */
@Timeout(120)
final class JoinTest {

  /** For the simulation, which Gatling constructs. */
  private static final FakeWallets WALLETS = new FakeWallets();

  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  /** One user opens, and another joins when there is something to join. */
  public static final class Joining extends Simulation {
    {
      var opening = scenario("opening").exec(creates("job", new Funding.None()));
      var joining = scenario("joining")
          .exec(tryMax(200).on(pause(Duration.ofMillis(50)).exec(joinChannel("job", "B"))));
      setUp(opening.injectOpen(atOnceUsers(1)), joining.injectOpen(atOnceUsers(1)))
          .protocols(WalletProtocol.of(Stage.current().engine, () -> TARGET).client(_ -> WALLETS));
    }
  }

  @Test
  void anotherUserJoinsAsSoonAsTheChannelIsThere(@TempDir Path results) throws Exception {
    WALLETS.on("await running", WALLETS::later);
    WALLETS.on("create", (caller, _) -> {
      CompletableFuture<Channel> accepted = new CompletableFuture<>();
      acceptAfterAJoin(caller, accepted);
      return accepted;
    });
    WALLETS.on("join", (_, channel) -> {
      WALLETS.on("join", (_, known) -> completedFuture(WALLETS.show(known.channelId(), Status.RUNNING, 3)));
      return failedFuture(WalletFailure.refused("not-found", channel.channelId()));
    });

    stage.play(Joining.class, results);

    assertThat(operations("create channel")).singleElement().matches(Operation::ok);
    assertThat(operations("join channel")).extracting(WalletBench::ending)
        .startsWith("refused no-channel")
        .endsWith("refused not-found", "ok");
    assertThat(WALLETS.asked).filteredOn(asked -> asked.startsWith("join")).containsExactly("join B c1", "join B c1");
  }

  private void acceptAfterAJoin(Caller caller, CompletableFuture<Channel> accepted) {
    if (operations("join channel").isEmpty()) {
      caller.loop().schedule(() -> acceptAfterAJoin(caller, accepted), 10, TimeUnit.MILLISECONDS);
    } else {
      accepted.complete(WALLETS.show("c1", Status.PROPOSED, 0));
    }
  }

  private List<Operation> operations(String kind) {
    return stage.events.stream()
        .filter(event -> event instanceof Operation operation && operation.kind().equals(kind))
        .map(Operation.class::cast)
        .toList();
  }
}
