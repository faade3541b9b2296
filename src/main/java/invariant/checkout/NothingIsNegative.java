package invariant.checkout;

import history.Operation;
import invariant.Evidence;
import invariant.Examination;
import invariant.Findings;
import invariant.Invariant;
import invariant.Verdict;

/** No read ever shows stock or credit below zero, and no negative amount is taken for an addition. */
record NothingIsNegative() implements Invariant {

  @Override
  public String title() {
    return "nothing is negative";
  }

  @Override
  public Examination examine(Evidence evidence) {
    return new Signs();
  }

  private static final class Signs implements Examination {

    private final Findings findings = new Findings("negative value", "unit");

    @Override
    public void see(Operation operation) {
      if (operation.ok()) {
        switch (operation.kind()) {
          case CheckoutKinds.FIND_ITEM, CheckoutKinds.READ_ITEM -> shown(operation, "stock");
          case CheckoutKinds.FIND_USER, CheckoutKinds.READ_USER -> shown(operation, "credit");
          case CheckoutKinds.ADD_STOCK, CheckoutKinds.SUBTRACT_STOCK, CheckoutKinds.ADD_FUNDS -> accepted(operation);
          default -> {
            // shows neither stock nor credit
          }
        }
      }
    }

    private void shown(Operation read, String what) {
      findings.checked();
      long value = read.answered().path(what).asLong();
      if (value < 0) {
        findings.broken(-value, () -> read.kind() + ": " + read.entity() + " has a " + what + " of " + value);
      }
    }

    private void accepted(Operation call) {
      long amount = call.asked().path("amount").asLong();
      if (amount < 0) {
        findings.broken(-amount, () -> call.kind() + " of " + amount + " to " + call.entity() + " was accepted");
      }
    }

    @Override
    public Verdict verdict() {
      return findings.verdict(Findings.count(findings.looks(), "reading") + ", none below zero");
    }
  }
}
