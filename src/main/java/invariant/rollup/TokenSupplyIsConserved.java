package invariant.rollup;

import com.fasterxml.jackson.databind.JsonNode;
import history.Operation;
import invariant.Evidence;
import invariant.Examination;
import invariant.Findings;
import invariant.Invariant;
import invariant.Verdict;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * There is as much of a token in the end as there was before, and all of it is in the hands of those who may have any.
 *
 * <p>What is not known of transfers cannot change that: whoever sends and whoever gets is among those.
 */
record TokenSupplyIsConserved() implements Invariant {

  static final String READ_TOKEN = "read token";

  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

  @Override
  public String title() {
    return "token supply is conserved";
  }

  @Override
  public Examination examine(Evidence evidence) {
    return new Tokens();
  }

  /** What is known of one token. */
  private static final class Known {

    private @Nullable BigInteger before;
    private boolean after;
    private String failure = "";
  }

  private static final class Tokens implements Examination {

    private final Findings findings = new Findings("wrong amount", "unit");
    private final Map<String, Known> tokens = new LinkedHashMap<>();
    private int accounts;

    @Override
    public void see(Operation operation) {
      if (operation.kind().equals(READ_TOKEN)) {
        Known token = tokens.computeIfAbsent(operation.entity(), _ -> new Known());
        token.failure = operation.ok() ? "" : "it could not be read in the end: " + operation.outcome();
        if (operation.ok()) {
          read(operation, token);
        }
      }
    }

    private void read(Operation read, Known token) {
      BigInteger supply = new BigInteger(read.answered().path("supply").asText());
      BigInteger held = BigInteger.ZERO;
      JsonNode balances = read.answered().path("balances");
      for (JsonNode balance : balances) {
        held = held.add(new BigInteger(balance.asText()));
      }
      accounts = Math.max(accounts, balances.size());
      same(supply, held, "token " + read.entity() + ": there are %s, and accounts hold %s");
      token.after = token.before != null;
      if (token.before == null) {
        token.before = supply;
      } else {
        same(token.before, supply, "token " + read.entity() + ": there were %s before, and now there are %s");
      }
    }

    private void same(BigInteger expected, BigInteger found, String witness) {
      findings.checked();
      if (!expected.equals(found)) {
        findings.broken(expected.subtract(found).abs().min(MOST).longValue(), () -> witness.formatted(expected, found));
      }
    }

    @Override
    public Verdict verdict() {
      tokens.forEach((address, token) -> {
        if (!token.failure.isEmpty()) {
          findings.open("token " + address + ": " + token.failure);
        } else if (!token.after) {
          findings.open("token " + address + ": it was read once, and not both before and after the load");
        }
      });
      return findings.verdict("the supply of " + Findings.count(tokens.size(), "token") + " is where it was, with "
          + Findings.count(accounts, "account"));
    }
  }
}
