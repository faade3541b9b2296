package fault;

import history.Outcome;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A run may end in the middle of a window. */
@Timeout(60)
final class EndOfRunTest {

  private final Rehearsal rehearsal = new Rehearsal();

  @AfterEach
  void close() {
    rehearsal.close();
  }

  @Test
  void theEndOfTheRunHealsAtOnce() throws Exception {
    CompletableFuture<FaultWindow> ended = rehearsal.opened(Rehearsal.LONG);
    await().atMost(ofSeconds(5)).until(() -> rehearsal.fault.asked.contains("begin"));
    rehearsal.injector.close();
    assertThat(rehearsal.fault.asked).containsExactly("begin", "heal");
    assertThat(rehearsal.states()).containsExactly("started", "healed");
    assertThat(ended.get(1, TimeUnit.SECONDS).outcome())
        .isEqualTo(new Outcome.Unknown("cut-short", "the run ended first"));
  }

  @Test
  void theEndOfTheRunHealsWhatHasJustBegun() {
    rehearsal.fault.begin = () -> {
      rehearsal.never.await();
      return true;
    };
    rehearsal.opened(Rehearsal.LONG);
    await().atMost(ofSeconds(5)).until(() -> rehearsal.fault.asked.contains("begin"));
    rehearsal.injector.close();
    assertThat(rehearsal.states()).startsWith("started", "healed");
  }

  @Test
  void theEndOfTheRunWaitsUntilWhatFailsIsHealed() {
    AtomicInteger attempts = new AtomicInteger();
    rehearsal.fault.heal = () -> {
      if (attempts.incrementAndGet() == 1) {
        throw new IOException("not now");
      }
      return true;
    };
    rehearsal.opened(Rehearsal.LONG);
    await().atMost(ofSeconds(5)).until(() -> rehearsal.fault.asked.contains("begin"));
    rehearsal.injector.close();
    assertThat(rehearsal.states()).containsExactly("started", "healed");
  }

  @Test
  void nothingBeginsAfterTheEnd() throws Exception {
    rehearsal.injector.close();
    assertThat(rehearsal.window(Rehearsal.MOMENT).outcome()).isInstanceOf(Outcome.Unknown.class);
    assertThat(rehearsal.fault.asked).isEmpty();
    assertThat(rehearsal.events).isEmpty();
  }
}
