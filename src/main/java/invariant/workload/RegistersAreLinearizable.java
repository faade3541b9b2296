package invariant.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import history.Operation;
import history.Outcome;
import invariant.Evidence;
import invariant.Examination;
import invariant.Findings;
import invariant.Invariant;
import invariant.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;

/** Of a {@code register}: its reads, writes and compare-and-sets have taken effect one after the other, each between its beginning and its end. */
record RegistersAreLinearizable(WorkloadRules rules) implements Invariant {

  @Override
  public String title() {
    return "registers are linearizable";
  }

  @Override
  public Examination examine(Evidence evidence) {
    return new Registers(rules.steps());
  }

  private static final class Registers implements Examination {

    private final Anomalies anomalies = new Anomalies();
    private final Map<JsonNode, Register> registers = new LinkedHashMap<>();
    private final long steps;

    Registers(long steps) {
      this.steps = steps;
    }

    @Override
    public void see(Operation operation) {
      boolean refused = operation.outcome() instanceof Outcome.Refused;
      switch (operation.kind()) {
        case "read" -> {
          if (operation.ok()) {
            boolean keyed = keyed(operation.answered()) || keyed(operation.asked());
            register(operation.answered(), keyed).read(operation, part(operation.answered(), keyed));
          }
        }
        case "write" -> {
          if (!refused) {
            boolean keyed = keyed(operation.asked());
            register(operation.asked(), keyed).write(operation, part(operation.asked(), keyed));
          }
        }
        case "cas" -> {
          if (!refused) {
            cas(operation);
          }
        }
        default -> {
          // not about registers
        }
      }
    }

    private void cas(Operation operation) {
      JsonNode asked = operation.asked();
      boolean keyed = keyed(asked) && keyed(asked.get(1));
      JsonNode change = part(asked, keyed);
      if (!keyed(change)) {
        anomalies.open(() -> Anomalies.name(operation) + " asks " + asked + ", but a register's cas has [old new]");
        return;
      }
      register(asked, keyed).cas(operation, change.get(0), change.get(1));
    }

    private Register register(JsonNode value, boolean keyed) {
      return registers.computeIfAbsent(keyed ? value.path(0) : NullNode.getInstance(), _ -> new Register());
    }

    /** A register has a name when values are pairs: {@code [key value]}. */
    private static boolean keyed(JsonNode value) {
      return value.isArray() && value.size() == 2;
    }

    private static JsonNode part(JsonNode value, boolean keyed) {
      return keyed ? value.path(1) : value;
    }

    @Override
    public Verdict verdict() {
      registers.forEach((key, register) -> {
        String name = key.isNull() ? "the register" : "register " + key;
        switch (new Linearization(register, steps).judge()) {
          case Linearization.Explained() -> anomalies.checked(register.size());
          case Linearization.Impossible(String anomaly, String why) ->
            anomalies.found(anomaly, () -> name + ": " + why);
          case Linearization.GivenUp(long done) -> anomalies.open(() -> name + ": no order was found or ruled out in "
              + steps + " steps, which came to index " + done + "; --steps allows for more");
        }
      });
      return anomalies.verdict(Findings.count(anomalies.looks(), "operation") + " of "
          + Findings.count(registers.size(), "register") + " have an order");
    }
  }
}
