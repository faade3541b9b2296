package invariant.checkout;

import invariant.Evidence;
import invariant.Examination;
import invariant.Findings;
import invariant.Invariant;

/**
 * A checkout that the load expects to be refused is refused.
 *
 * <p>One cause has one judge: an order that was paid before, and one without items, are left to theirs.
 */
record WhatMustBeRefusedIsRefused(CheckoutRules rules) implements Invariant {

  @Override
  public String title() {
    return "what must be refused is refused";
  }

  @Override
  public Examination examine(Evidence evidence) {
    Books books = Books.of(evidence, rules);
    return () -> {
      Findings findings = new Findings("checkout that had to be refused");
      Contents contents = books.contents();
      for (int order = 0; order < books.orders.size(); order++) {
        if (books.orders.mustFail(order)) {
          findings.checked();
          boolean empty = rules.judges(Matter.EMPTY_ORDERS) && contents.wasEmpty(order);
          if (!empty && books.orders.payments(order) < 2) {
            judge(books.orders, order, findings);
          }
        }
      }
      return findings.verdict(Findings.count(findings.looks(), "order") + " that had to be refused, all refused");
    };
  }

  private void judge(Orders orders, int order, Findings findings) {
    if (orders.mustFailPaid(order)) {
      findings.broken(0, () -> orders.name(order) + " had to be refused, and was acknowledged by operation "
          + orders.lastPayment(order));
    } else if (orders.unknowns(order) > 0 && orders.payments(order) == 0) {
      if (!orders.isRead(order) || !rules.judges(Matter.PAID)) {
        findings.open(() -> orders.name(order) + " had to be refused, and nobody knows what came of its checkout");
      } else if (orders.isPaid(order)) {
        findings.broken(0, () -> orders.name(order) + " had to be refused, and is paid");
      }
    }
  }
}
