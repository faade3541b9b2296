package load;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static load.Steps.close;
import static load.Steps.create;
import static load.Steps.file;
import static load.Steps.ledger;
import static load.Steps.step;
import static load.Steps.update;
import static load.Steps.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Every mistake is told with its place, its value and the fix; all of them at once. */
final class LoadFileProblemsTest {

  private static final String LEDGER = "{\"type\": \"Ledger\", \"fundingLedgerJob\": \"bank\"}";

  @TempDir
  private Path folder;

  @Test
  void tellsEverythingAtOnce() {
    LoadFileException problems = problems(create("one", -5), close("two", 3),
        create("three", 1).replace("\"A\"", "\"X\""));
    assertThat(problems.count()).isEqualTo(3);
    assertThat(problems).hasMessageContainingAll("load.json cannot be used: 3 problems",
        "line 2, element 0, timestamp: -5 is wrong; give milliseconds",
        "element 1, timestamp: job \"two\" is closed but never created; add its CreateChannel",
        "serverId: \"X\" is unknown; known: A, B");
  }

  @Test
  void aFileThatIsNotThere() {
    tells(folder.resolve("none.json"), "there is no such file; check the path");
  }

  @Test
  void notJson() {
    tells(write(folder.resolve("x.json"), "[\n{\"type\": CreateChannel}]"), "line 2, element 0: not JSON: ");
    tells(write(folder.resolve("x.json"), "[" + create("one", 1) + ","), "not JSON: ");
    tells(write(folder.resolve("x.json"), "[" + create("one", 1) + "] 5"), "something follows the array; remove it");
  }

  @Test
  void noInstructions() {
    tells(write(folder.resolve("x.json"), "{\"type\": \"CreateChannel\"}"), "not a JSON array");
    tells(write(folder.resolve("x.json"), ""), "not a JSON array");
    tells(write(folder.resolve("x.json"), "[]"), "there is no instruction in it");
    tells(file(folder, "7"), "element 0: 7 is not an object");
  }

  @Test
  void wrongTypesAndFields() {
    tells(file(folder, step("OpenChannel", "one", 1, "")),
        "type: \"OpenChannel\" is unknown; give CreateLedgerChannel");
    tells(file(folder, "{}"), "type: missing", "jobId: missing", "serverId: missing", "timestamp: missing");
    tells(file(folder, create("one", 1).replace("\"appData\": \"0x\",", "")), "channelParams.appData: missing");
    tells(file(folder, create("one", 1).replace("\"timestamp\": 1", "\"timestamp\": \"soon\"")),
        "timestamp: \"soon\" is wrong; give milliseconds");
    tells(file(folder, step("CreateChannel", "one", 1, "")), "cannot be used: 1 problem", "channelParams: missing");
    tells(file(folder, create("one", 1).replace("\"appData\"", "\"apData\"")),
        "channelParams.apData: unknown field; remove or correct it (known here:");
  }

  @Test
  void wrongValues() {
    tells(file(folder, create("one", 1).replace(Steps.A, "0xabc")),
        "channelParams.participants.0.destination: \"0xabc\" is wrong; give 32 bytes in hex with 0x");
    tells(file(folder, create("one", 1).replace("\"0x05\"", "\"-5\"")), "allocationItems.0.amount: \"-5\" is wrong");
    tells(file(folder, create("one", 1).replace("\"0x05\"", "1" + "0".repeat(78))), "2^256 - 1");
    tells(file(folder, create("one", 1).replaceAll("(?s)\"allocations\": .*?}]}]", "\"allocations\": []")),
        "channelParams.allocations: [] is wrong; give an array of at least 1");
    tells(file(folder, create("one", 1).replaceFirst("(?s)\\{\"participantId\": \"A\".*?},", "")),
        "give an array of at least 2");
    tells(file(folder, create("one", 1, "{\"type\": \"Virtual\"}")), "fundingInfo.type: \"Virtual\" is unknown");
  }

  @Test
  void wrongOrder() {
    tells(file(folder, create("one", 10), update("one", 5)),
        "is updated at 5 ms, before its create at 10 ms (line 2, element 0)");
    tells(file(folder, update("one", 5)), "job \"one\" is updated but never created");
    tells(file(folder, create("one", 10), close("one", 5)), "is closed at 5 ms, before its create at 10 ms");
    tells(file(folder, create("one", 1), create("one", 2)),
        "element 1, timestamp: job \"one\" is created a second time");
    tells(file(folder, create("one", 1), close("one", 2), close("one", 3)),
        "is closed a second time (first in line 7, element 1)");
    tells(file(folder, create("one", 1), close("one", 2), update("one", 3)),
        "is updated at 3 ms, after its close at 2 ms");
  }

  @Test
  void wrongLedgers() {
    tells(file(folder, create("one", 1, LEDGER)), "fundingInfo.fundingLedgerJob: \"bank\" is no job of this file");
    tells(file(folder, create("bank", 1), create("one", 2, LEDGER)), "\"bank\" is not created by CreateLedgerChannel");
    tells(file(folder, ledger("bank", 3), create("one", 2, LEDGER)), "\"bank\" is created at 3 ms, after the channel");
    tells(file(folder, create("one", 2, "{\"type\": \"Ledger\"}")), "fundingInfo.fundingLedgerJob: missing");
  }

  @Test
  void aLedgerThatIsClosedTooEarly() {
    String lent = create("one", 10, LEDGER);
    String told = "element 1, fundingInfo.fundingLedgerJob: \"bank\" is closed at 20 ms (line 12, element 2), but"
        + " the channel it funds is open from ";
    for (String close : new String[] {close("one", 21), close("one", 20), update("one", 15)}) {
      tells(file(folder, ledger("bank", 1), lent, close("bank", 20), close), told + "10 ms ");
    }
    tells(file(folder, ledger("bank", 1), lent.replace(": 10", ": 30"), close("bank", 20), close("one", 40)),
        told + "30 ms to 40 ms; close the channel earlier, or the ledger later");
    assertThat(
        LoadFile.read(file(folder, ledger("bank", 1), lent, close("bank", 20), close("one", 19)), Set.of()).jobs())
        .hasSize(2);
  }

  @Test
  void aSecondAssetHolder() {
    String old = create("one", 1).replace("\"asset\": \"" + Steps.ZERO,
        "\"assetHolderAddress\": \"0x" + "a".repeat(40));
    tells(file(folder, old, old.replace("one", "two").replace("a".repeat(40), "b".repeat(40))),
        "cannot be used: 1 problem", "channelParams.allocations.0.assetHolderAddress: \"0x" + "b".repeat(40)
            + "\" is a second asset holder, beside \"0x" + "a".repeat(40));
  }

  @Test
  void wrongFundingStrategies() {
    for (String strategy : new String[] {"Ledger", "Virtual", "Fakr"}) {
      tells(
          file(folder,
              create("one", 1).replace("\"appData\"", "\"fundingStrategy\": \"" + strategy + "\", \"appData\"")),
          "channelParams.fundingStrategy: \"" + strategy + "\" ", "fundingInfo");
    }
  }

  @Test
  void theOrderOfAFileThatIsNotReadToItsEndIsNotJudged() {
    for (String rest : new String[] {",", ", {\"type\": Create"}) {
      Path torn = write(folder.resolve("x.json"), "[" + close("one", 1) + ",\n" + create("two", 1, LEDGER) + rest);
      assertThat(problems(torn)).hasMessageContaining("not JSON: ").extracting(LoadFileException::count).isEqualTo(1L);
    }
    Path csv = write(folder.resolve("x.csv"), "type,jobId,serverId,timestamp\nCloseChannel,one,A,5\na,b,c,d,e,f\n");
    assertThat(problems(csv)).hasMessageContaining("not CSV: ").extracting(LoadFileException::count).isEqualTo(1L);
  }

  @Test
  void aBrokenInstructionMakesNoNoiseInItsJob() {
    assertThat(problems(create("one", -1), update("one", 5), close("one", 9)).count()).isEqualTo(1);
  }

  @Test
  void countsWhatItDoesNotPrint() {
    String[] steps = IntStream.range(0, 70).mapToObj(i -> create("job-" + i, -1)).toArray(String[]::new);
    assertThat(problems(steps)).hasMessageContaining("70 problems").hasMessageEndingWith("and 20 more");
  }

  @Test
  void wrongCsv() {
    Path csv = write(folder.resolve("x.csv"),
        "type,jobId,serverId,timestamp\nCloseChannel,one,A,soon\nCloseChannel,two,A,-1\n");
    tells(csv, "line 2, element 0, timestamp: \"soon\" is wrong", "line 3, element 1, timestamp: -1 is wrong");
    tells(write(csv, "type,jobId,serverId,timestamp,color\nCloseChannel,one,A,5,red\n"),
        "line 2, element 0, color: unknown field");
    tells(write(csv, "type,jobId\nCloseChannel,one,A,5\n"), "not CSV: ");
    tells(write(csv, "type,type.x\nCloseChannel,one\n"), "serverId: missing");
    tells(write(csv, ""), "not CSV: Empty header line");
  }

  private LoadFileException problems(String... steps) {
    return problems(file(folder, steps));
  }

  private static LoadFileException problems(Path file) {
    return catchThrowableOfType(LoadFileException.class, () -> LoadFile.read(file, Set.of("A", "B")));
  }

  private static void tells(Path file, String... texts) {
    assertThat(problems(file)).hasMessageContainingAll(texts);
  }
}
