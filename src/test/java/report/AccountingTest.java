package report;

import history.Event;
import history.Invocation;
import history.Outcome;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class AccountingTest {

  private final Accounting accounting = new Accounting();

  private void take(Event... events) {
    for (Event event : events) {
      accounting.accept(event);
    }
  }

  @Test
  void everyOutcomeIsCountedByCode() {
    Invocation asked = Runs.asked(1, 0);
    take(Runs.plan(5), Runs.note("dropped", "{'dropped':{'create channel':1}}"), asked, Runs.asked(2, 0),
        Runs.asked(3, 0), Runs.asked(4, 0), Runs.ended(asked, 1, Outcome.OK),
        Runs.ended(Runs.asked(2, 0), 1, new Outcome.Refused("not-my-turn", "")),
        Runs.ended(Runs.asked(3, 0), 1, new Outcome.Unknown("timeout", "")));
    Counts counts = new Counts(5L, 4, 1, 1, 1, 2, Map.of("not-my-turn", 1L, "timeout", 1L, "unended", 1L));
    assertThat(accounting.kinds()).containsExactly(Map.entry(Runs.KIND, counts));
    assertThat(accounting.total()).isEqualTo(counts);
    assertThat(accounting.broken()).isEmpty();
  }

  @Test
  void whatIsNotMeasuredStaysOut() {
    Invocation asked = new Invocation(1, 1, "warm-up: create channel", "", false, 0, 0, 0, Runs.plan(0).value());
    take(asked, Runs.ended(asked, 1, Outcome.OK));
    assertThat(accounting.kinds()).isEmpty();
  }

  @Test
  void whatWasScheduledAndNeitherStartedNorDroppedIsTold() {
    take(Runs.plan(3), Runs.asked(1, 0), Runs.ended(Runs.asked(1, 0), 1, Outcome.OK));
    assertThat(accounting.broken()).containsExactly("create channel: scheduled 3, but started 1 and dropped 0");
  }

  @Test
  void startingMoreThanScheduledIsTold() {
    take(Runs.plan(1), Runs.asked(1, 0), Runs.asked(2, 0));
    assertThat(accounting.broken()).containsExactly("create channel: scheduled 1, but started 2 and dropped 0");
  }

  @Test
  void endingMoreThanStartedIsTold() {
    take(Runs.asked(1, 0), Runs.ended(Runs.asked(1, 0), 1, Outcome.OK), Runs.ended(Runs.asked(1, 0), 1, Outcome.OK));
    assertThat(accounting.broken()).containsExactly("create channel: started 1, but ok 2, refused 0 and unknown 0");
  }

  @Test
  void anEndThatTheJournalCouldNotPairIsTold() {
    take(Runs.note("unasked", "{'id':1,'f':'create channel','measured':true,'type':'ok'}"));
    assertThat(accounting.broken()).containsExactly("create channel: 1 ended twice, or without having been asked");
  }

  @Test
  void withoutAPlanNothingIsScheduled() {
    take(Runs.asked(1, 0));
    assertThat(accounting.total().scheduled()).isNull();
    assertThat(accounting.broken()).isEmpty();
  }

  @Test
  void plansOfSeveralInjectorsAddUp() {
    take(Runs.plan(3), Runs.plan(4));
    assertThat(accounting.total().scheduled()).isEqualTo(7);
  }
}
