package invariant.rollup;

import com.fasterxml.jackson.databind.JsonNode;
import invariant.Evidence;
import invariant.Examination;
import invariant.Findings;
import invariant.Invariant;
import invariant.rollup.Transactions.Mined;
import invariant.rollup.Transactions.Sent;
import java.util.concurrent.TimeUnit;

/**
 * The block in which a transaction was seen, what became of it there, what it cost, and the block's time, from which its inclusion latency
 * is counted, are those that a second reader finds in the end.
 */
final class InclusionIsWhatTheChainSays implements Invariant {

  @Override
  public String title() {
    return "inclusion is what the chain says";
  }

  @Override
  public Examination examine(Evidence evidence) {
    Transactions transactions = Transactions.of(evidence);
    return () -> {
      Findings findings = new Findings("wrong inclusion");
      transactions.byHash().forEach((hash, sent) -> {
        Mined there = transactions.of(hash, sent);
        JsonNode told = sent.told;
        if (told != null && there != null) {
          compare(findings, sent, told, there);
        }
      });
      return findings.verdict("block, result, gas, fee and time of " + Findings.count(findings.looks(), "transaction")
          + " as a second reader finds them");
    };
  }

  private static void compare(Findings findings, Sent sent, JsonNode told, Mined there) {
    findings.checked();
    String ours = described(told.path("block").asLong(), told.path("blockHash").asText(), told,
        told.path("clocks").path("block").asLong());
    String theirs = described(there.block(), there.blockHash(), there.transaction(),
        TimeUnit.SECONDS.toMillis(there.timestamp()));
    if (!ours.equals(theirs)) {
      findings.broken(sent + ": seen " + ours + ", but it is " + theirs);
    }
  }

  private static String described(long block, String hash, JsonNode transaction, long time) {
    return "in block " + block + " " + hash + (transaction.path("success").asBoolean() ? ", carried out" : ", undone")
        + ", for " + transaction.path("gasUsed").asLong() + " gas and " + transaction.path("fee").asText() + " wei, at "
        + time + " ms";
  }
}
