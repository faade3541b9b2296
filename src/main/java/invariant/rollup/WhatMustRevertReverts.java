package invariant.rollup;

import history.Operation;
import invariant.Evidence;
import invariant.Examination;
import invariant.Findings;
import invariant.Invariant;
import invariant.Verdict;
import invariant.rollup.Transactions.Fate;
import invariant.rollup.Transactions.Mined;
import invariant.rollup.Transactions.Sent;
import java.util.ArrayList;
import java.util.List;

/** A transaction that the load expects to revert is undone in its block, if it is in one. */
final class WhatMustRevertReverts implements Invariant {

  @Override
  public String title() {
    return "what must revert reverts";
  }

  @Override
  public Examination examine(Evidence evidence) {
    return new Reverts(Transactions.of(evidence));
  }

  private static final class Reverts implements Examination {

    private final Transactions transactions;
    private final List<String> expected = new ArrayList<>();

    Reverts(Transactions transactions) {
      this.transactions = transactions;
    }

    @Override
    public void see(Operation operation) {
      if (operation.asked().path("expect").asText().equals("revert") && !operation.entity().isEmpty()) {
        expected.add(operation.entity());
      }
    }

    @Override
    public Verdict verdict() {
      Findings findings = new Findings("transaction");
      for (String hash : expected) {
        Sent sent = transactions.byHash().get(hash);
        Mined there = sent == null ? null : transactions.of(hash, sent);
        if (sent != null && there != null) {
          judge(findings, sent, there);
        } else if (sent == null || sent.fate == Fate.UNKNOWN || sent.fate == Fate.IN_A_BLOCK) {
          findings.open("nobody knows what became of " + hash + ", which was supposed to revert");
        }
      }
      return findings
          .verdict(Findings.count(findings.looks(), "transaction") + " that had to be undone, all of them were");
    }

    private static void judge(Findings findings, Sent sent, Mined there) {
      findings.checked();
      if (there.transaction().path("success").asBoolean()) {
        findings.broken(sent + ": it was supposed to revert, and has its way in block " + there.block());
      }
    }
  }
}
