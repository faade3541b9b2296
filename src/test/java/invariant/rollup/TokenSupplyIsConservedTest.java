package invariant.rollup;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import history.History;
import history.Invocation;
import history.Operation;
import history.Outcome;
import invariant.Invariant;
import invariant.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Each read is of one token, which 0xa and 0xb may have. */
final class TokenSupplyIsConservedTest {

  private final Invariant invariant = RollupInvariants.tokenSupplyIsConserved();
  private final List<Operation> operations = new ArrayList<>();

  @Test
  void itHoldsHoweverMuchIsMoved() {
    read("0xt", "100", "100", "0");
    read("0xt", "100", "37", "63");
    assertThat(verdict()).isInstanceOf(Verdict.Holds.class);
  }

  @Test
  void whatIsLostOnTheWayBreaksIt() {
    read("0xt", "100", "100", "0");
    read("0xt", "100", "37", "60");
    broken("(3 units)", "token 0xt: there are 100, and accounts hold 97");
  }

  @Test
  void whatComesFromNowhereBreaksItToTheUnit() {
    read("0xt", "1000000000000000000000000", "1000000000000000000000000", "0");
    read("0xt", "1000000000000000000000001", "1000000000000000000000000", "1");
    broken("(1 unit)", "there were 1000000000000000000000000 before, and now there are 1000000000000000000000001");
  }

  @Test
  void whatIsBrokenStaysBrokenWhateverElseIsNotKnown() {
    read("0xt", "100", "99", "0");
    failed("0xt");
    broken("1 wrong amount", "accounts hold 99");
  }

  @Test
  void withoutALookBeforeAndAfterNobodyCanTell() {
    open("nothing was looked at");
    read("0xt", "100", "100", "0");
    open("token 0xt: it was read once");
    failed("0xt");
    open("token 0xt: it could not be read in the end");
    read("0xt", "100", "50", "50");
    assertThat(verdict()).as("it was read after all").isInstanceOf(Verdict.Holds.class);
    read("0xu", "7", "7", "0");
    open("token 0xu: it was read once");
  }

  private void broken(String summary, String witness) {
    assertThat(verdict()).isInstanceOfSatisfying(Verdict.Broken.class, broken -> {
      assertThat(broken.summary()).contains(summary);
      assertThat(broken.witnesses()).anySatisfy(line -> assertThat(line).contains(witness));
    });
  }

  private void open(String why) {
    assertThat(verdict()).isInstanceOfSatisfying(Verdict.Undetermined.class,
        verdict -> assertThat(verdict.why()).contains(why));
  }

  private Verdict verdict() {
    return invariant.judge(History.of(operations, List.of()));
  }

  private void read(String token, String supply, String first, String second) {
    ObjectNode answered = JsonNodeFactory.instance.objectNode().put("supply", supply);
    answered.putObject("balances").put("0xa", first).put("0xb", second);
    operations.add(asked(token).ended(2, List.of(), Outcome.OK, answered));
  }

  private void failed(String token) {
    operations
        .add(asked(token).ended(2, List.of(), new Outcome.Unknown("timeout", "nothing came"), NullNode.getInstance()));
  }

  private Invocation asked(String token) {
    return new Invocation(operations.size() + 1L, 1, TokenSupplyIsConserved.READ_TOKEN, token, false, 1, 1, 1,
        JsonNodeFactory.instance.objectNode());
  }
}
