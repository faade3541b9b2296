package invariant.rollup;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import history.History;
import history.Note;
import invariant.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class MoneyIsAccountedForTest {

  private static ObjectNode refund(long after, long unsettled) {
    return JsonNodeFactory.instance.objectNode()
        .put("before", "1000000000000000000000")
        .put("brought", "5")
        .put("received", "2")
        .put("after", "9999999999999999999" + after)
        .put("held", "3")
        .put("fees", "4")
        .put("cost", "6")
        .put("given", "1")
        .put("holders", 2)
        .put("unsettled", unsettled);
  }

  private static Verdict judged(ObjectNode... refunds) {
    List<Note> notes = List.of(refunds).stream().map(refund -> new Note("refund", 1, refund)).toList();
    return new MoneyIsAccountedFor().judge(History.of(List.of(), notes));
  }

  @Test
  void holdsWhenEveryWeiIsThereOrSpent() {
    assertThat(judged(refund(93, 0))).isInstanceOf(Verdict.Holds.class);
  }

  @Test
  void brokenByAWeiTooFewOrTooMany() {
    assertThat(judged(refund(92, 0))).isInstanceOfSatisfying(Verdict.Broken.class,
        broken -> assertThat(broken.summary()).contains("fees 4, cost 6, given 1"));
    assertThat(judged(refund(94, 0))).isInstanceOf(Verdict.Broken.class);
  }

  @Test
  void openWhenPaymentsAreStillOnTheirWay() {
    assertThat(judged(refund(93, 1))).isInstanceOfSatisfying(Verdict.Undetermined.class,
        open -> assertThat(open.why()).contains("1 payments are on record"));
  }

  @Test
  void openWhenNothingWasBroughtBack() {
    assertThat(judged()).isInstanceOf(Verdict.Undetermined.class);
  }
}
