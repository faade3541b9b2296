package load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Instructions as a load file spells them, for tests to write and to spoil. */
final class Steps {

  static final String ZERO = "0x" + "0".repeat(40);
  static final String A = "0x" + "0".repeat(24) + "a".repeat(40);
  static final String B = "0x" + "0".repeat(24) + "b".repeat(40);

  private static final String PARAMS = """
      {"participants": [
        {"participantId": "A", "signingAddress": "%1$s", "destination": "%2$s"},
        {"participantId": "B", "signingAddress": "%1$s", "destination": "%3$s"}],
       "allocations": %4$s, "appDefinition": "%1$s", "appData": "0x", "challengeDuration": 86400}""".formatted(ZERO, A,
      B, allocations("asset", "\"0x05\""));

  private Steps() {}

  /** An outcome that gives both sides the same amount. */
  static String allocations(String asset, String amount) {
    return """
        [{"%s": "%s", "allocationItems": [
          {"destination": "%s", "amount": %s}, {"destination": "%s", "amount": %s}]}]""".formatted(asset, ZERO, A,
        amount, B, amount);
  }

  static String create(String job, long timestamp) {
    return step("CreateChannel", job, timestamp, ", \"channelParams\": " + PARAMS);
  }

  static String create(String job, long timestamp, String funding) {
    return step("CreateChannel", job, timestamp, ", \"channelParams\": " + PARAMS + ", \"fundingInfo\": " + funding);
  }

  static String ledger(String job, long timestamp) {
    return step("CreateLedgerChannel", job, timestamp, ", \"ledgerChannelParams\": " + PARAMS);
  }

  static String update(String job, long timestamp) {
    return step("UpdateChannel", job, timestamp,
        ", \"updateParams\": {\"allocations\": " + allocations("asset", "\"0x05\"") + ", \"appData\": \"0x01\"}");
  }

  static String close(String job, long timestamp) {
    return step("CloseChannel", job, timestamp, "");
  }

  static String step(String type, String job, long timestamp, String more) {
    return "{\"type\": \"" + type + "\", \"jobId\": \"" + job + "\", \"serverId\": \"A\", \"timestamp\": " + timestamp
        + more + "}";
  }

  /** A file of the given steps, one after another. */
  static Path file(Path folder, String... steps) {
    return write(folder.resolve("load.json"), "[\n" + String.join(",\n", steps) + "\n]\n");
  }

  static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
