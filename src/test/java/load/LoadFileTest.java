package load;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import load.Instruction.CreateChannel;
import load.Instruction.UpdateChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static load.Steps.allocations;
import static load.Steps.close;
import static load.Steps.create;
import static load.Steps.file;
import static load.Steps.ledger;
import static load.Steps.step;
import static load.Steps.update;
import static load.Steps.write;
import static org.assertj.core.api.Assertions.assertThat;

final class LoadFileTest {

  @TempDir
  private Path folder;

  @Test
  void gathersInstructionsOfAnyOrderIntoJobs() {
    LoadFile load = read(close("one", 900), create("two", 500), update("one", 300), create("one", 100));

    assertThat(load.jobs()).extracting(Job::id).containsExactly("one", "two");
    assertThat(load.jobs()).extracting(Job::index).containsExactly(0, 1);
    assertThat(load.jobs().getFirst().instructions()).extracting(Instruction::type)
        .containsExactly("CreateChannel", "UpdateChannel", "CloseChannel");
    assertThat(load.instructions()).isEqualTo(4);
    assertThat(load.end()).isEqualTo(900);
  }

  @Test
  void stepsOfOneMomentKeepTheOrderOfALife() {
    LoadFile load = read(close("one", 7), update("one", 7), create("one", 7));
    assertThat(load.jobs().getFirst().instructions()).extracting(Instruction::type)
        .containsExactly("CreateChannel", "UpdateChannel", "CloseChannel");
  }

  @Test
  void aLedgersChannelsShareItsGroup() {
    LoadFile load = read(create("free", 5), ledger("bank", 10),
        create("lent", 20, "{\"type\": \"Ledger\", \"fundingLedgerJob\": \"bank\"}"));
    assertThat(load.jobs()).extracting(Job::group).containsExactly(0, 1, 1);
  }

  @Test
  void readsEveryFunding() {
    LoadFile load = read(create("a", 1), create("b", 2, "{\"type\": \"Direct\"}"),
        create("c", 3, "{\"type\": \"None\"}"));
    assertThat(load.jobs()).extracting(job -> ((CreateChannel) job.instructions().getFirst()).funding())
        .containsExactly(new Funding.Direct(), new Funding.Direct(), new Funding.None());
  }

  @Test
  void readsBothSpellings() {
    String params = "{\"allocations\": " + allocations("assetHolderAddress", "7") + ", \"appData\": \"0x02\"}";
    LoadFile load = read(create("one", 1), step("UpdateChannel", "one", 2, ", \"channelParams\": " + params));

    var update = (UpdateChannel) load.jobs().getFirst().instructions().getLast();
    assertThat(update.appData()).isEqualTo("0x02");
    assertThat(update.allocations().getFirst().asset()).isEqualTo(Steps.ZERO);
    assertThat(update.allocations().getFirst().total()).isEqualTo(BigInteger.valueOf(14));
  }

  @Test
  void theOldFormatsAssetHolderHoldsTheChainsCoin() {
    String holder = "0x" + "Ab".repeat(20);
    String old = create("one", 1).replace("\"asset\": \"" + Steps.ZERO, "\"assetHolderAddress\": \"" + holder);
    LoadFile load = read(old, old.replace("\"one\"", "\"two\"").replace(holder, "0x" + "aB".repeat(20)));
    assertThat(load.jobs()).hasSize(2)
        .extracting(job -> ((CreateChannel) job.instructions().getFirst()).params().allocations().getFirst().asset())
        .containsOnly(Steps.ZERO);
  }

  @Test
  void readsTheFirstVersionsFundingStrategy() {
    Map.of("Fake", new Funding.None(), "Direct", new Funding.Direct()).forEach((strategy, funding) -> {
      String old = create("one", 1).replace("\"appData\"", "\"fundingStrategy\": \"" + strategy + "\", \"appData\"");
      assertThat(((CreateChannel) read(old).jobs().getFirst().instructions().getFirst()).funding()).isEqualTo(funding);
    });
  }

  @Test
  void amountsAreHexOrDecimal() {
    List<String> spellings = List.of("\"0x0186a0\"", "\"0x186a0\"", "\"100000\"", "100000");
    List<String> updates = spellings.stream()
        .map(amount -> step("UpdateChannel", "one", 2,
            ", \"updateParams\": {\"allocations\": " + allocations("asset", amount) + ", \"appData\": \"0x\"}"))
        .toList();
    LoadFile load = read(create("one", 1) + ",\n" + String.join(",\n", updates));
    assertThat(load.jobs().getFirst().instructions().stream().skip(1))
        .allMatch(step -> ((UpdateChannel) step).allocations().getFirst().total().intValueExact() == 200_000);
  }

  @Test
  void countsPerTypeAndServer() {
    LoadFile load = read(create("one", 1), create("two", 2), close("two", 3).replace("\"A\"", "\"B\""));
    assertThat(load.counts()).isEqualTo(Map.of("CreateChannel", Map.of("A", 2L), "CloseChannel", Map.of("B", 1L)));
    assertThat(load.participants()).extracting(Participant::participantId).containsExactly("A", "B");
  }

  @Test
  void tellsHowFarItHasCome() {
    List<String> told = new ArrayList<>();
    LoadFile.read(file(folder, create("one", 1), close("one", 2)), Set.of(),
        (done, instructions) -> told.add(done + " " + instructions));
    assertThat(told).containsExactly("read 1", "read 2");
  }

  @Test
  void keepsOneOfEqualValues() {
    LoadFile load = read(create("one", 1), create("two", 2));
    List<CreateChannel> creates = load.jobs()
        .stream()
        .map(job -> (CreateChannel) job.instructions().getFirst())
        .toList();
    assertThat(creates.getFirst().params()).isSameAs(creates.getLast().params());
  }

  @Test
  void readsTheOriginalsTestFile() {
    String[] steps = IntStream.range(0, 10)
        .mapToObj(i -> create("job-" + i, 474 + 913L * i, "{\"type\": \"Direct\"}")
            .replace("\"serverId\": \"A\"", "\"serverId\": \"" + (i < 4 ? "A" : "B") + "\"")
            .replace("\"asset\"", "\"assetHolderAddress\""))
        .toArray(String[]::new);
    LoadFile load = read(steps);
    assertThat(load.counts()).isEqualTo(Map.of("CreateChannel", Map.of("A", 4L, "B", 6L)));
    assertThat(load.end()).isEqualTo(8691);
  }

  @Test
  void readsTheSameFromCsv() {
    Path csv = write(folder.resolve("load.csv"), """
        type,jobId,serverId,timestamp,channelParams.participants.0.participantId,\
        channelParams.participants.0.signingAddress,channelParams.participants.0.destination,\
        channelParams.participants.1.participantId,channelParams.participants.1.signingAddress,\
        channelParams.participants.1.destination,channelParams.allocations.0.asset,\
        channelParams.allocations.0.allocationItems.0.destination,channelParams.allocations.0.allocationItems.0.amount,\
        channelParams.allocations.0.allocationItems.1.destination,channelParams.allocations.0.allocationItems.1.amount,\
        channelParams.appDefinition,channelParams.appData,channelParams.challengeDuration,fundingInfo.type
        CreateChannel,one,A,5,A,%1$s,%2$s,B,%1$s,%3$s,%1$s,%2$s,0x05,%3$s,5,%1$s,0x,86400,None
        CloseChannel,one,A,9,,,,,,,,,,,,,,,
        """.formatted(Steps.ZERO, Steps.A, Steps.B));
    LoadFile json = read(create("one", 5, "{\"type\": \"None\"}"), close("one", 9));
    assertThat(LoadFile.read(csv, Set.of("A")).jobs()).isEqualTo(json.jobs());
  }

  private LoadFile read(String... steps) {
    return LoadFile.read(file(folder, steps), Set.of("A", "B"));
  }
}
