package invariant.rollup;

import invariant.Evidence;
import invariant.Examination;
import invariant.Findings;
import invariant.Invariant;
import invariant.rollup.Transactions.Fate;
import invariant.rollup.Transactions.Mined;
import invariant.rollup.Transactions.Sent;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is said to be in a block is there, what is said to be in none is not, and nothing is there that nobody sent. */
final class EveryTransactionIsAccountedFor implements Invariant {

  @Override
  public String title() {
    return "every transaction is accounted for";
  }

  @Override
  public Examination examine(Evidence evidence) {
    Transactions transactions = Transactions.of(evidence);
    return () -> {
      Findings findings = new Findings("transaction");
      Set<String> known = new HashSet<>();
      transactions.byHash().forEach((hash, sent) -> {
        Mined there = transactions.of(hash, sent);
        if (there != null) {
          known.add(there.hash());
        }
        judge(findings, sent, there, transactions.isWhole());
      });
      transactions.mined().stream().filter(mined -> !known.contains(mined.hash())).forEach(mined -> {
        if (!mined.transaction().path("filler").asBoolean()) {
          findings.broken("block " + mined.block() + " has " + mined.hash() + " of "
              + mined.transaction().path("from").asText() + ", which nobody sent");
        }
      });
      transactions.unread().forEach(block -> findings.open("block " + block + " could not be read"));
      return findings.verdict(Findings.count(findings.looks(), "transaction") + " against "
          + Findings.count(transactions.blocks(), "block") + ", none missing and none too many");
    };
  }

  private static void judge(Findings findings, Sent sent, @Nullable Mined there, boolean whole) {
    findings.checked();
    if (there == null && sent.fate == Fate.IN_A_BLOCK && !whole) {
      findings.open(sent + " is said to be in a block, and not all blocks were read");
    } else if (there == null && sent.fate == Fate.IN_A_BLOCK) {
      findings.broken(sent + " is said to be in a block, and is in none");
    } else if (there != null && sent.fate == Fate.IN_NO_BLOCK) {
      findings.broken(sent + " is said to be in no block, and is in block " + there.block());
    } else if (there == null && sent.fate == Fate.UNKNOWN) {
      findings.open(sent + " is in no block that was read, and may still come into one");
    }
  }
}
