package load;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import load.Instruction.CloseChannel;
import load.Instruction.CreateChannel;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The files that come along are what their description says. */
final class ReadyFilesTest {

  private static final Path FEEDERS = Path.of("src/test/resources/feeders/wallet");

  @Test
  void theMainJobHasEveryFundingAndClosesAll() {
    LoadFile main = read("main.json");
    List<Instruction> creates = main.jobs().stream().map(job -> job.instructions().getFirst()).toList();
    assertThat(main.end()).isBetween(50_000L, 55_000L);
    assertThat(creates.stream().filter(funded(Funding.None.class))).hasSizeGreaterThan(40);
    assertThat(creates.stream().filter(funded(Funding.Ledger.class))).hasSizeGreaterThan(20);
    assertThat(creates.stream().filter(funded(Funding.Direct.class))).hasSizeBetween(8, 12);
    assertThat(main.jobs().stream().filter(job -> job.instructions().getFirst() instanceof CreateChannel))
        .allMatch(job -> job.instructions().size() == 6 && job.instructions().getLast() instanceof CloseChannel);
    assertThat(main.counts().values()).allSatisfy(perServer -> assertThat(perServer).isNotEmpty());
  }

  @Test
  void bothFormsHoldTheSame() {
    for (String name : List.of("main", "ten-steps", "ledger", "churn")) {
      assertThat(read(name + ".csv").jobs()).as(name).isEqualTo(read(name + ".json").jobs());
    }
    assertThat(read("ten-steps.json").instructions()).isEqualTo(10);
  }

  @Test
  void theChurnComesAndGoes() {
    assertThat(read("churn.json").counts().get("CloseChannel")).containsOnlyKeys("A", "B");
  }

  @Test
  void theParticipantsAreTheDefaultRoles() throws IOException {
    List<Map<String, String>> rows = new CsvMapper().readerForMapOf(String.class)
        .with(CsvSchema.emptySchema().withHeader())
        .<Map<String, String>>readValues(FEEDERS.resolve("participants.csv").toFile())
        .readAll();
    assertThat(rows).hasSize(2).allSatisfy(row -> {
      assertThat(participant(row, "creator")).isIn(Roles.defaults().participants());
      assertThat(participant(row, "peer")).isIn(Roles.defaults().participants());
      assertThat(row.get("creator")).isNotEqualTo(row.get("peer"));
    });
  }

  @Test
  void noAmountIsMoreThanAShare() throws IOException {
    long least = Long.MAX_VALUE;
    for (var allocation : new JsonMapper().readTree(FEEDERS.resolve("allocations.json").toFile())) {
      least = Math.min(least, Math.min(allocation.get("creatorShare").asLong(), allocation.get("peerShare").asLong()));
    }
    List<String> amounts = Files.readAllLines(FEEDERS.resolve("amounts.csv"));
    assertThat(amounts.getFirst()).isEqualTo("amount");
    assertThat(amounts.stream().skip(1).mapToLong(Long::parseLong).max().orElseThrow()).isLessThanOrEqualTo(least);
  }

  private static Predicate<Instruction> funded(Class<? extends Funding> kind) {
    return step -> step instanceof CreateChannel create && kind.isInstance(create.funding());
  }

  private static Participant participant(Map<String, String> row, String who) {
    return new Participant(row.get(who), row.get(who + "Address"), row.get(who + "Destination"));
  }

  private static LoadFile read(String name) {
    return LoadFile.read(FEEDERS.resolve(name), Roles.defaults().ids());
  }
}
