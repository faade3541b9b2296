package fault;

import com.fasterxml.jackson.databind.JsonNode;
import history.Note;
import history.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
final class FaultInjectorTest {

  private final Rehearsal rehearsal = new Rehearsal();

  @AfterEach
  void close() {
    rehearsal.close();
  }

  @Test
  void aWindowBreaksHealsAndIsSeenToRecover() throws Exception {
    AtomicInteger looks = new AtomicInteger();
    rehearsal.fault.recovered = () -> looks.incrementAndGet() > 3;
    FaultWindow window = rehearsal.window(ofMillis(200));
    assertThat(window.outcome()).isEqualTo(Outcome.OK);
    assertThat(window.ended() - window.started()).isGreaterThanOrEqualTo(ofMillis(200).toNanos());
    assertThat(rehearsal.fault.asked).containsExactly("begin", "heal", "recovered");
    assertThat(rehearsal.states()).containsExactly("started", "healed", "recovered");
    JsonNode started = ((Note) rehearsal.events.getFirst()).value();
    assertThat(rehearsal.events.getFirst()).extracting(event -> ((Note) event).name()).isEqualTo("fault");
    assertThat(started.path("title").asText()).isEqualTo("nothing broken");
    assertThat(rehearsal.events.get(2).time()).isGreaterThan(rehearsal.events.get(1).time());
    assertThat(rehearsal.told).hasSize(3).first().asString().isEqualTo("Fault: nothing broken for 0.2 s");
  }

  @Test
  void whatCannotBeDoneIsHealedAllTheSame() throws Exception {
    rehearsal.fault.begin = () -> {
      throw new IOException("no such service");
    };
    assertThat(rehearsal.window(Rehearsal.LONG).outcome())
        .isEqualTo(new Outcome.Refused("not-done", "no such service"));
    assertThat(rehearsal.fault.asked).containsExactly("begin", "heal");
    assertThat(rehearsal.states()).containsExactly("started", "healed", "failed");
    assertThat(rehearsal.problem()).isEqualTo("no such service");
  }

  @Test
  void anErrorOfTheFaultsOwnIsAReason() throws Exception {
    rehearsal.fault.begin = () -> {
      throw new NoClassDefFoundError("something/Missing");
    };
    assertThat(rehearsal.window(Rehearsal.LONG).outcome()).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
      assertThat(refused.code()).isEqualTo("not-done");
      assertThat(refused.message()).contains("something/Missing");
    });
  }

  @Test
  void whatTheTargetCannotDoIsNotTried() throws Exception {
    rehearsal.fault.problems = List.of("no power", "no server");
    assertThat(rehearsal.window(Rehearsal.LONG).outcome())
        .isEqualTo(new Outcome.Refused("not-done", "no power; no server"));
    assertThat(rehearsal.fault.asked).isEmpty();
    assertThat(rehearsal.states()).containsExactly("failed");
  }

  @Test
  void aFaultThatHangsIsInterruptedAndHealed() throws Exception {
    CountDownLatch interrupted = new CountDownLatch(1);
    rehearsal.fault.begin = () -> {
      try {
        rehearsal.never.await();
      } catch (InterruptedException e) {
        interrupted.countDown();
        throw e;
      }
      return true;
    };
    assertThat(rehearsal.window(Rehearsal.LONG).outcome())
        .isEqualTo(new Outcome.Refused("not-done", "it took longer than 0.3 s"));
    assertThat(interrupted.getCount()).isZero();
    assertThat(rehearsal.fault.asked).containsExactly("begin", "heal");
  }

  @Test
  void aFaultThatHearsNothingIsLeftAloneAndHealed() throws Exception {
    rehearsal.fault.begin = () -> {
      while (rehearsal.never.getCount() > 0) {
        Thread.onSpinWait();
      }
      return true;
    };
    assertThat(rehearsal.window(Rehearsal.LONG).outcome())
        .isEqualTo(new Outcome.Refused("not-done", "it took longer than 0.3 s"));
    assertThat(rehearsal.states()).containsExactly("started", "healed", "failed");
  }

  @Test
  void aHealThatFailsIsTriedAgainAndTold() throws Exception {
    AtomicInteger attempts = new AtomicInteger();
    rehearsal.fault.heal = () -> {
      if (attempts.incrementAndGet() == 1) {
        throw new IOException("not now");
      }
      return true;
    };
    assertThat(rehearsal.window(Rehearsal.MOMENT).outcome()).isEqualTo(Outcome.OK);
    assertThat(rehearsal.fault.asked).containsExactly("begin", "heal", "heal", "recovered");
    assertThat(rehearsal.told).contains("Fault: nothing broken is not healed yet, tried again in 1.0 s: not now");
    assertThat(rehearsal.states()).containsExactly("started", "healed", "recovered");
  }

  @Test
  void whatCannotBeHealedIsToldLoudly() throws Exception {
    rehearsal.fault.heal = () -> {
      rehearsal.never.await();
      return true;
    };
    assertThat(rehearsal.window(Rehearsal.MOMENT).outcome())
        .isEqualTo(new Outcome.Refused("not-healed", "it took longer than 0.3 s"));
    assertThat(rehearsal.states()).containsExactly("started", "failed");
    assertThat(rehearsal.told).last()
        .asString()
        .isEqualTo("Fault: nothing broken COULD NOT BE HEALED, do it by hand: it took longer than 0.3 s");
  }

  @Test
  void whatDoesNotRecoverIsToldApart() throws Exception {
    rehearsal.fault.recovered = () -> {
      throw new IOException("connection refused");
    };
    assertThat(rehearsal.window(Rehearsal.MOMENT).outcome())
        .isEqualTo(new Outcome.Refused("not-recovered", "it does not work again within 0.3 s"));
    assertThat(rehearsal.states()).containsExactly("started", "healed", "failed");
  }
}
