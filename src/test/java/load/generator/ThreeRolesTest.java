package load.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import load.ChannelParams;
import load.Funding;
import load.Instruction;
import load.Instruction.CreateChannel;
import load.Instruction.CreateLedgerChannel;
import load.Instruction.UpdateChannel;
import load.Participant;
import load.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A ledger channel has two participants, however many wallets there are. */
final class ThreeRolesTest {

  @TempDir
  private Path folder;
  private Loads load;

  @BeforeEach
  void prepare() throws IOException {
    String third = "{\"A\": {}, \"B\": {}, \"C\": {\"privateKey\": \"%s\", \"chainPrivateKey\": \"%s\", \"destination\": \"0x%s\"}}";
    Path file = Files.writeString(folder.resolve("roles.json"),
        third.formatted("5".repeat(64), "6".repeat(64), "c".repeat(40)));
    load = Loads.defaults()
        .with(Roles.read(file))
        .with(Loads.rates(60, 5, 1))
        .with(new FundingMix(1, 0, 4))
        .with(new Ledgers(12, Duration.ofSeconds(1), 1_000_000))
        .with(new Updates(2, Duration.ofSeconds(1)));
  }

  @Test
  void ledgerChannelsAreBetweenPairsAndEveryPairHasOne() {
    Set<Set<String>> pairs = new HashSet<>();
    assertThat(ledgers().values()).hasSize(12).allSatisfy(ledger -> {
      assertThat(ledger.params().participants()).hasSize(2);
      assertThat(ledger.params().allocations().getFirst().items()).hasSize(2);
      assertThat(ledger.serverId()).isEqualTo(ledger.params().participants().getFirst().participantId());
      pairs.add(names(ledger.params()));
    });
    assertThat(pairs).containsExactlyInAnyOrder(Set.of("A", "B"), Set.of("A", "C"), Set.of("B", "C"));
  }

  @Test
  void aLedgerFundsChannelsOfItsOwnTwo() {
    Map<String, CreateLedgerChannel> ledgers = ledgers();
    assertThat(creates()).filteredOn(create -> create.funding() instanceof Funding.Ledger)
        .hasSizeGreaterThan(100)
        .allSatisfy(create -> {
          String ledger = ((Funding.Ledger) create.funding()).ledgerJob();
          assertThat(names(create.params())).isEqualTo(names(ledgers.get(ledger).params()));
        })
        .extracting(Instruction::serverId)
        .contains("A", "B", "C");
  }

  @Test
  void theTwoMoveInTurn() {
    assertThat(load.jobs()).filteredOn(job -> isLent(job.getFirst())).allSatisfy(job -> {
      List<String> movers = job.stream()
          .filter(step -> step instanceof UpdateChannel)
          .map(Instruction::serverId)
          .toList();
      assertThat(movers).isEqualTo(
          ((CreateChannel) job.getFirst()).params().participants().stream().map(Participant::participantId).toList());
    });
  }

  @Test
  void allTakePartInOtherChannels() {
    assertThat(creates()).filteredOn(create -> create.funding() instanceof Funding.None)
        .isNotEmpty()
        .allMatch(create -> create.params().participants().size() == 3);
  }

  private Map<String, CreateLedgerChannel> ledgers() {
    return of(CreateLedgerChannel.class).collect(Collectors.toMap(Instruction::jobId, ledger -> ledger));
  }

  private List<CreateChannel> creates() {
    return of(CreateChannel.class).toList();
  }

  private <T extends Instruction> Stream<T> of(Class<T> type) {
    return load.instructions().stream().filter(type::isInstance).map(type::cast);
  }

  private static boolean isLent(Instruction first) {
    return first instanceof CreateChannel create && create.funding() instanceof Funding.Ledger;
  }

  private static Set<String> names(ChannelParams params) {
    return params.participants().stream().map(Participant::participantId).collect(Collectors.toSet());
  }
}
