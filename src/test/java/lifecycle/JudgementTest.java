package lifecycle;

import com.fasterxml.jackson.databind.node.NullNode;
import history.Invocation;
import history.Outcome;
import history.RunClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What is not accounted for turns a gate red. */
final class JudgementTest {

  @TempDir
  private Path results;

  private Run run;
  private long operations;

  @BeforeEach
  void begin() throws IOException {
    run = Run.begin(results, "Ask", RunClock.startingNow());
  }

  @AfterEach
  void end() {
    run.end("completed");
  }

  private Invocation asks(String kind) {
    Invocation asked = new Invocation(++operations, 1, kind, "", true, 1, 1, 1, NullNode.getInstance());
    run.record(asked);
    return asked;
  }

  private void ends(Invocation asked, Outcome outcome) {
    run.record(asked.ended(2, List.of(), outcome, NullNode.getInstance()));
  }

  private void answered(String kind) {
    ends(asks(kind), Outcome.OK);
  }

  /** The gates that do not hold, with the reason. */
  private Map<String, String> red() {
    return run.judge(List.of())
        .stream()
        .filter(row -> !row.good())
        .collect(Collectors.toMap(Judgement.Row::row, Judgement.Row::why));
  }

  @Test
  void aRunInWhichAllIsAccountedForIsGreen() {
    run.plan(Map.of("buy", 1L));
    answered("buy");
    answered("look");
    assertThat(red()).isEmpty();
  }

  @Test
  void moreThanWasScheduledIsRed() {
    run.plan(Map.of("buy", 1L));
    answered("buy");
    answered("buy");
    assertThat(red()).isEqualTo(Map.of("gate: the accounts balance", "buy: scheduled 1, but started 2 and dropped 0"));
  }

  @Test
  void whatEndsTwiceIsRed() {
    Invocation asked = asks("buy");
    ends(asked, Outcome.OK);
    ends(asked, Outcome.OK);
    assertThat(red())
        .isEqualTo(Map.of("gate: the accounts balance", "buy: 1 ended twice, or without having been asked"));
  }

  @Test
  void whatOneKindLacksNoOtherMakesUpFor() {
    run.plan(Map.of("buy", 2L, "sell", 1L));
    answered("buy");
    answered("sell");
    answered("look");
    assertThat(red()).containsEntry("gate: everything scheduled was started", "2 of 3 started");
  }

  @Test
  void anAnswerThatLacksAnItemIsAnEnd() {
    ends(asks("buy"), new Outcome.Unknown("no-answer", "the answer to the batch has none for it"));
    assertThat(red()).isEmpty();
  }

  @Test
  void whatHasNoEndIsRed() {
    asks("buy");
    assertThat(red()).isEqualTo(Map.of("gate: everything started has ended", "1 without an end"));
  }
}
