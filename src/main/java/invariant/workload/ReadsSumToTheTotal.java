package invariant.workload;

import com.fasterxml.jackson.databind.JsonNode;
import history.Operation;
import invariant.Evidence;
import invariant.Examination;
import invariant.Findings;
import invariant.Invariant;
import invariant.Verdict;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Of a {@code bank}: whatever is moved between accounts, each read of all of them shows the same sum. */
record ReadsSumToTheTotal(WorkloadRules rules) implements Invariant {

  @Override
  public String title() {
    return "reads sum to the total";
  }

  @Override
  public Examination examine(Evidence evidence) {
    return new Balances(rules);
  }

  private static final class Balances implements Examination {

    private final Anomalies anomalies = new Anomalies();
    private final boolean negativeAllowed;
    private Set<String> accounts;
    private @Nullable Long total;

    Balances(WorkloadRules rules) {
      negativeAllowed = rules.negativeAllowed();
      accounts = rules.accounts();
      total = rules.total().isPresent() ? rules.total().getAsLong() : null;
    }

    @Override
    public void see(Operation operation) {
      if (operation.kind().equals("read") && operation.ok()) {
        read(operation, operation.answered());
      }
    }

    private void read(Operation read, JsonNode shown) {
      if (!shown.isObject() || shown.isEmpty()) {
        anomalies.open(() -> Anomalies.name(read) + " shows " + shown + ", but a bank's read shows {account: balance}");
        return;
      }
      if (accounts.isEmpty()) {
        accounts = new TreeSet<>();
        shown.fieldNames().forEachRemaining(accounts::add);
      }
      long sum = 0;
      for (Map.Entry<String, JsonNode> each : shown.properties()) {
        balance(read, each.getKey(), each.getValue());
        sum = Math.addExact(sum, each.getValue().asLong());
      }
      accounts.stream()
          .filter(account -> !shown.has(account))
          .forEach(account -> anomalies.found("missing balance", () -> Anomalies.name(read) + " lacks " + account));
      sum(read, sum);
    }

    private void balance(Operation read, String account, JsonNode balance) {
      if (!accounts.contains(account)) {
        anomalies.found("unexpected account", () -> Anomalies.name(read) + " shows " + account);
      }
      if (!balance.isIntegralNumber()) {
        anomalies.found("missing balance", () -> Anomalies.name(read) + " shows " + balance + " for " + account);
      } else if (balance.longValue() < 0 && !negativeAllowed) {
        anomalies.found("negative balance", () -> Anomalies.name(read) + " shows " + balance + " for " + account);
      }
    }

    /** The first read tells the total when nobody else has; then it proves nothing by itself. */
    private void sum(Operation read, long sum) {
      if (total == null) {
        total = sum;
        return;
      }
      anomalies.checked();
      long right = total;
      if (sum != right) {
        anomalies.found("wrong total", () -> Anomalies.name(read) + " sums to " + sum + ", the total is " + right);
      }
    }

    @Override
    public Verdict verdict() {
      return anomalies.verdict(Findings.count(anomalies.looks(), "read") + " of "
          + Findings.count(accounts.size(), "account") + " sum to " + total);
    }
  }
}
