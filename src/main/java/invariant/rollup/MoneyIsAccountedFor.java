package invariant.rollup;

import com.fasterxml.jackson.databind.JsonNode;
import history.Note;
import invariant.Evidence;
import invariant.Examination;
import invariant.Findings;
import invariant.Invariant;
import invariant.Verdict;
import java.math.BigInteger;
import java.util.List;

/**
 * What the funder and the accounts had before is what they have now, what paying back and forth has cost, and what the blocks say that the
 * accounts spent: to the wei.
 */
final class MoneyIsAccountedFor implements Invariant {

  private static final List<String> BEFORE = List.of("before", "brought", "received");
  private static final List<String> SINCE = List.of("after", "held", "fees", "cost", "given");

  @Override
  public String title() {
    return "money is accounted for to the wei";
  }

  @Override
  public Examination examine(Evidence evidence) {
    return new Audit();
  }

  private static final class Audit implements Examination {

    private final Findings findings = new Findings("wrong sum");
    private String sums = "";

    @Override
    public void see(Note note) {
      if (note.name().equals("refund")) {
        audit(note.value());
      }
    }

    private void audit(JsonNode refund) {
      BigInteger before = sum(refund, BEFORE);
      BigInteger since = sum(refund, SINCE);
      findings.checked();
      if (refund.path("unsettled").asLong() > 0) {
        findings.open(refund.path("unsettled").asLong() + " payments are on record and in no block");
      } else if (!before.equals(since)) {
        findings.broken("before, " + before + " wei were there or came in (" + words(refund, BEFORE) + "), and now "
            + since + " are there or spent (" + words(refund, SINCE) + ")");
      }
      sums = before + " wei: " + words(refund, SINCE) + " (held by " + refund.path("holders").asLong() + " accounts)";
    }

    @Override
    public Verdict verdict() {
      return findings.verdict(sums);
    }
  }

  private static BigInteger sum(JsonNode refund, List<String> parts) {
    return parts.stream()
        .map(part -> new BigInteger(refund.path(part).asText("0")))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  private static String words(JsonNode refund, List<String> parts) {
    return String.join(", ", parts.stream().map(part -> part + " " + refund.path(part).asText("0")).toList());
  }
}
