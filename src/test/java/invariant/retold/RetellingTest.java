package invariant.retold;

import history.History;
import history.jepsen.Entry;
import history.jepsen.Entry.Type;
import history.jepsen.JepsenFile;
import history.jepsen.JepsenHistory;
import history.jepsen.JepsenWriter;
import history.jepsen.JepsenWriter.Form;
import invariant.Verdict;
import invariant.workload.Workload;
import invariant.workload.WorkloadRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

final class RetellingTest {

  @TempDir
  private Path folder;

  /** The verdict on a run as it is retold, which must be the same when it was written and read again, in either form. */
  private Verdict verdict(Workload workload, Run run) {
    Retelling told = Retelling.of(run.history(), workload);
    Verdict verdict = judge(workload, new JepsenHistory(told.entries()));
    for (Form form : Form.values()) {
      Path file = folder.resolve(workload + "." + form);
      try {
        JepsenWriter.write(file, told.entries(), form);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      assertThat(judge(workload, new JepsenFile(file))).as(form.toString()).isEqualTo(verdict);
    }
    return verdict;
  }

  private static Verdict judge(Workload workload, History history) {
    return workload.judge(WorkloadRules.defaults()).judge(history);
  }

  private static void assertBroken(Verdict verdict, String... anomalies) {
    assertThat(verdict).isInstanceOfSatisfying(Verdict.Broken.class,
        broken -> assertThat(broken.witnesses()).extracting(witness -> witness.replaceFirst(":.*", ""))
            .containsExactly(anomalies));
  }

  @Test
  void aFlawlessRunHoldsAsEverything() {
    for (Workload workload : List.of(Workload.BANK, Workload.SET, Workload.LIST_APPEND)) {
      assertThat(verdict(workload, Run.sold().read(8, 90, true))).as(workload.toString())
          .isInstanceOf(Verdict.Holds.class);
    }
  }

  @Test
  void aBankFindsMoneyAndGoodsThatAreMissing() {
    assertBroken(verdict(Workload.BANK, Run.sold().read(8, 80, true)), "wrong total");
    assertBroken(verdict(Workload.BANK, Run.sold().read(7, 90, true)), "wrong total");
    // What is missing here is not made up for by what is too much there.
    assertBroken(verdict(Workload.BANK, Run.sold().read(7, 95, true)), "wrong total", "wrong total");
  }

  @Test
  void anUnknownCheckoutIsResolvedByTheOrder() {
    Run paid = Run.sold().unknown().ok("checkout", "o", "{}", "null").read(8, 90, true);
    assertThat(verdict(Workload.BANK, paid)).isInstanceOf(Verdict.Holds.class);
    Run unpaid = new Run().ok("create user", "", "null", "{'user': 'u'}")
        .ok("create item", "", "{'price': 5}", "{'item': 'i'}")
        .unknown()
        .ok("checkout", "o", "{}", "null")
        .read(0, 0, false);
    assertThat(verdict(Workload.BANK, unpaid)).isInstanceOf(Verdict.Holds.class);
  }

  @Test
  void aBankOfBatchesIsABank() {
    Run run = new Run().ok("create batch of items", "", "{'count': 3, 'stock': 10, 'price': 5}", "null")
        .ok("create batch of users", "", "{'count': 3, 'credit': 100}", "null")
        .ok("create batch of orders", "", "{'count': 3}", "null")
        .ok("checkout", "2", "{}", "null")
        .ok("read item", "1", "{}", "{'stock': 8, 'price': 5}")
        .ok("read user", "0", "{}", "{'credit': 90}")
        .ok("read order", "2", "{}", "{'user': '0', 'paid': true, 'total': 10, 'items': [['1', 2]]}")
        .settled(true);
    assertThat(verdict(Workload.BANK, run)).isInstanceOf(Verdict.Holds.class);
  }

  @Test
  void whatNobodyKnowsStaysUnknown() {
    Run run = Run.sold().unknown().ok("add funds", "u", "{'amount': 1}", "null").read(8, 91, true);
    assertThat(verdict(Workload.BANK, run)).isInstanceOf(Verdict.Undetermined.class);
    assertThat(Retelling.of(run.history(), Workload.BANK).remarks())
        .containsExactly("what is read in the end is unknown: user u may or may not have got something");
    assertThat(verdict(Workload.BANK, Run.sold())).isInstanceOf(Verdict.Undetermined.class);
    assertThat(verdict(Workload.SET, Run.sold())).isInstanceOf(Verdict.Undetermined.class);
    assertThat(verdict(Workload.LIST_APPEND, Run.sold())).isInstanceOf(Verdict.Undetermined.class);
    assertThat(verdict(Workload.BANK, Run.sold().read(8, 80, true).settled(false)))
        .isInstanceOf(Verdict.Undetermined.class);
  }

  @Test
  void aCartThatForgetsIsFound() {
    Run run = Run.sold().meanwhile().ok("add item", "o", "{'item': 'j', 'quantity': 1}", "null").read(8, 90, true);
    assertBroken(verdict(Workload.SET, run), "lost");
    assertBroken(verdict(Workload.LIST_APPEND, run), "lost update");
  }

  @Test
  void cartsThatShowTwoOrdersAreFound() {
    Run run = new Run().ok("add item", "o", "{'item': 'i', 'quantity': 1}", "null")
        .meanwhile()
        .ok("add item", "o", "{'item': 'j', 'quantity': 1}", "null")
        .meanwhile()
        .ok("find order", "o", "{}", "{'user': 'u', 'paid': false, 'total': 1, 'items': [['i', 1], ['j', 1]]}")
        .ok("read order", "o", "{}", "{'user': 'u', 'paid': false, 'total': 1, 'items': [['j', 1], ['i', 1]]}")
        .settled(true);
    assertBroken(verdict(Workload.LIST_APPEND, run), "incompatible order");
    assertThat(verdict(Workload.SET, run)).isInstanceOf(Verdict.Holds.class);
  }

  @Test
  void whatWasRefusedMustNotBeThere() {
    Run run = new Run().refused()
        .ok("add item", "o", "{'item': 'i', 'quantity': 2}", "null")
        .ok("read order", "o", "{}", "{'user': 'u', 'paid': false, 'total': 10, 'items': [['i', 2]]}")
        .settled(true);
    assertBroken(verdict(Workload.SET, run), "resurrected");
    assertBroken(verdict(Workload.LIST_APPEND, run), "aborted read", "dirty final state");
  }

  @Test
  void cartsOfWhichSomethingWasTakenAreLeftOut() {
    Run run = Run.sold().ok("remove item", "o", "{'item': 'i'}", "null").read(8, 90, true);
    Retelling told = Retelling.of(run.history(), Workload.LIST_APPEND);
    assertThat(told.entries()).isEmpty();
    assertThat(told.remarks()).isEmpty();
    Run two = run.ok("add item", "p", "{'item': 'i', 'quantity': 2}", "null");
    assertThat(Retelling.of(two.history(), Workload.LIST_APPEND).remarks()).singleElement()
        .asString()
        .startsWith("1 order left out");
  }

  @Test
  void linesAreInTheOrderOfTheirTimesAndProcessesDoOneThingAtATime() {
    Run run = new Run().ok("read", "", "null", "null")
        .unknown()
        .meanwhile()
        .ok("write", "", "1", "null")
        .ok("write", "", "2", "null");
    assertThat(Retelling.of(run.history(), Workload.REGISTER).entries())
        .extracting(Entry::type, Entry::kind, Entry::process)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Type.INVOKE, "write", 0L),
            org.assertj.core.groups.Tuple.tuple(Type.INVOKE, "read", 1L),
            org.assertj.core.groups.Tuple.tuple(Type.OK, "read", 1L),
            org.assertj.core.groups.Tuple.tuple(Type.INFO, "write", 0L),
            org.assertj.core.groups.Tuple.tuple(Type.INVOKE, "write", 1L),
            org.assertj.core.groups.Tuple.tuple(Type.OK, "write", 1L));
  }

  @Test
  void aRunOfSomethingElseTellsNothing() {
    assertThat(Retelling.of(new Run().ok("create channel", "", "{}", "{}").history(), Workload.BANK).entries())
        .isEmpty();
  }
}
