package protocol.wallet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import history.Operation;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import load.Funding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import protocol.engine.ProtocolBench.Row;
import protocol.engine.TransportFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static protocol.wallet.WalletBench.creates;
import static protocol.wallet.WalletBench.ending;
import static protocol.wallet.WalletBench.updates;

/** How requests end, in the history and in Gatling's report. */
final class WalletOutcomesTest {

  @RegisterExtension
  final WalletBench bench = new WalletBench();

  @Test
  void ofAnAcceptedChannelWithoutAGoodEndTheHistoryTellsWhichOneItIsAndNothingElse() throws Exception {
    bench.wallets.on("await running", bench.wallets::later);

    Operation stuck = bench.pass(creates("job", new Funding.None()));

    assertThat(ending(stuck)).isEqualTo("unknown stuck");
    assertThat(stuck.answered())
        .hasToString("{\"channelId\":\"c1\",\"participants\":[{\"participantId\":\"A\"},{\"participantId\":\"B\"}]}");
  }

  @Test
  void ofAChannelThatNoWalletHasAcceptedTheHistoryTellsNothing() throws Exception {
    bench.wallets.fail("create", WalletFailure.refused("invalid", "no"));

    assertThat(bench.pass(creates("job", new Funding.None())).answered().isNull()).isTrue();
  }

  @Test
  void aWalletThatDoesNotKnowTheChannelYetIsAskedAgain() throws Exception {
    AtomicInteger failures = new AtomicInteger();
    bench.wallets.on("await running B", (caller, channel) -> switch (failures.incrementAndGet()) {
      case 1 -> CompletableFuture.failedFuture(WalletFailure.refused("not-found", "no such channel"));
      case 2 -> CompletableFuture.failedFuture(WalletFailure.unknown("timeout", "no answer"));
      default -> bench.wallets.later(caller, channel);
    });

    Operation opened = bench.pass(creates("job", new Funding.None()));

    assertThat(ending(opened)).isEqualTo("ok");
    assertThat(failures).hasValue(3);
    assertThat(Duration.ofNanos(opened.service())).as("two pauses").isGreaterThanOrEqualTo(Duration.ofMillis(500));
  }

  @Test
  void whenPatienceEndsTheLastFailureIsTheOutcome() throws Exception {
    bench.wallets.fail("await running B", WalletFailure.refused("unavailable", "starting"));

    Operation given = bench.pass(creates("job", new Funding.None()));

    assertThat(ending(given)).isEqualTo("unknown unavailable");
    assertThat(Duration.ofNanos(given.service())).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(20));
    assertThat(bench.wallets.asked).filteredOn("await running B c1"::equals)
        .as("asked, one second long")
        .hasSizeBetween(2, 5);
  }

  private static List<Arguments> failures() {
    return List.of(arguments(WalletErrors.of(409, error("NotMyTurn")), "refused not-my-turn"),
        arguments(WalletErrors.of(404, error("NotFound")), "refused not-found"),
        arguments(WalletErrors.of(400, error("Invalid")), "refused invalid"),
        arguments(WalletErrors.of(409, error("WrongStatus")), "refused invalid"),
        arguments(lost(TransportFailure.Kind.TIMEOUT), "unknown timeout"),
        arguments(lost(TransportFailure.Kind.CLOSED), "unknown transport"),
        arguments(lost(TransportFailure.Kind.CONNECT), "refused transport"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void whatAWalletRefusesOrLosesIsARowAndAnOutcomeOfItsName(WalletFailure failure, String outcome) throws Exception {
    bench.pass(creates("job", new Funding.None()));
    bench.wallets.fail("update", failure);

    assertThat(ending(bench.pass(updates("job")))).isEqualTo(outcome);
    assertThat(bench.users.rows().getLast()).satisfies(row -> {
      assertThat(row.groups()).containsExactly("update channel");
      assertThat(outcome).endsWith(" " + row.code());
      assertThat(row.ok()).isFalse();
    });
  }

  @Test
  void walletsThatDoNotAgreeAreStuckInTheReportToo() throws Exception {
    bench.pass(creates("job", new Funding.None()));
    bench.wallets.on("await turn B",
        (caller, _) -> bench.wallets.later(caller, new ChannelAt("B", "a channel without a turn")));

    Operation stuck = bench.pass(updates("job"));

    assertThat(ending(stuck)).isEqualTo("unknown stuck");
    assertThat(stuck.answered().has("turnNum")).as("a later reading").isFalse();
    assertThat(bench.users.rows().getLast()).extracting(Row::code).isEqualTo("stuck");
    assertThat(bench.users.groups()).containsEntry(List.of("update channel"), false);
  }

  @Test
  void withoutAChannelNothingIsSent() throws Exception {
    assertThat(ending(bench.pass(updates("job")))).isEqualTo("refused no-channel");
    assertThat(bench.wallets.asked).isEmpty();
  }

  @Test
  void aStatusIsWaitedForAtOneWallet() throws Exception {
    bench.wallets.on("await running", bench.wallets.slowly(Status.RUNNING));
    Operation opened = bench.pass(creates("job", new Funding.None()));
    bench.wallets.on("await closing", bench.wallets.slowly(Status.CLOSING));
    bench.wallets.asked.clear();

    Session session = bench.users.pass(WalletDsl.awaitStatus("job", "B", "closing"));

    assertThat(ending(bench.operation("await status"))).isEqualTo("ok");
    assertThat(bench.wallets.asked).containsExactly("read B c1", "await closing B c1");
    assertThat(bench.operation("await status").answered().path("status").asText()).isEqualTo("closing");
    assertThat(session.getString(WalletDsl.CHANNEL_ID)).isEqualTo(opened.answered().path("channelId").asText());
    assertThat(session.getLong(WalletDsl.TURN)).isEqualTo(3);
  }

  private static JsonNode error(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type).put("message", "told by the wallet");
  }

  private static WalletFailure lost(TransportFailure.Kind kind) {
    return WalletErrors.of(new TransportFailure(kind, "lost", 0, 1));
  }
}
