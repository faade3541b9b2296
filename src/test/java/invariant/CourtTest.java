package invariant;

import history.Event;
import history.History;
import history.Note;
import history.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class CourtTest {

  private static final Shown RUNNING = new Shown("0x01", "running", 3, 5, 5);
  private static final History HISTORY = new Story().planned("job-1", Kinds.CREATE)
      .created("job-1", RUNNING)
      .readAtBoth(RUNNING)
      .history();

  /** Counts what it sees. */
  private static class Counter implements Onlooker {

    private int operations;
    private int notes;

    @Override
    public void see(Operation operation) {
      operations++;
    }

    @Override
    public void see(Note note) {
      notes++;
    }
  }

  private static final class Broke extends Counter {

    @Override
    public void see(Operation operation) {
      throw new IllegalStateException("no more paper");
    }
  }

  private static Invariant named(String title, java.util.function.Function<Evidence, Examination> examination) {
    return new Invariant() {
      @Override
      public String title() {
        return title;
      }

      @Override
      public Examination examine(Evidence evidence) {
        return examination.apply(evidence);
      }
    };
  }

  private static Invariant good() {
    return named("good", evidence -> {
      Counter counter = evidence.book(Counter.class, Counter::new);
      return () -> new Verdict.Holds(counter.operations, counter.notes + " notes");
    });
  }

  @Test
  void theHistoryIsReadOnceAndSharedBooksAreFedOnce() {
    AtomicInteger passes = new AtomicInteger();
    History counted = new History() {
      @Override
      public Stream<Operation> operations() {
        throw new AssertionError("a second pass");
      }

      @Override
      public Stream<Note> notes() {
        throw new AssertionError("a second pass");
      }

      @Override
      public Stream<Event> everything() {
        passes.incrementAndGet();
        return HISTORY.everything();
      }
    };
    assertThat(Court.judge(List.of(good(), good(), good()), counted)).containsOnly(new Verdict.Holds(3, "1 notes"))
        .hasSize(3);
    assertThat(passes).hasValue(1);
  }

  @Test
  void booksSeeAnEventBeforeJudgesDo() {
    List<Integer> seen = new ArrayList<>();
    Invariant late = named("late", evidence -> {
      Counter counter = evidence.book(Counter.class, Counter::new);
      return new Examination() {
        @Override
        public void see(Operation operation) {
          seen.add(counter.operations);
        }

        @Override
        public Verdict verdict() {
          return new Verdict.Holds(1, "");
        }
      };
    });
    assertThat(late.judge(HISTORY)).isInstanceOf(Verdict.Holds.class);
    assertThat(seen).containsExactly(1, 2, 3);
  }

  @Test
  void crashesStayWithTheirJudge() {
    IllegalStateException crash = new IllegalStateException("no glasses");
    Invariant early = named("early", _ -> {
      throw crash;
    });
    Invariant blind = named("blind", _ -> new Examination() {
      @Override
      public void see(Operation operation) {
        throw crash;
      }

      @Override
      public Verdict verdict() {
        return new Verdict.Holds(1, "saw nothing");
      }
    });
    Invariant late = named("late", _ -> () -> {
      throw crash;
    });
    assertThat(Court.judge(List.of(early, blind, good(), late), HISTORY)).containsExactly(crashed(crash),
        crashed(crash), new Verdict.Holds(3, "1 notes"), crashed(crash));
  }

  @Test
  void crashedBooksAreNoEvidence() {
    Invariant unlucky = named("unlucky", evidence -> {
      Counter broke = evidence.book(Broke.class, Broke::new);
      return () -> new Verdict.Holds(broke.notes, "");
    });
    assertThat(Court.judge(List.of(unlucky, good()), HISTORY)).containsExactly(
        new Verdict.Undetermined("the judge's books crashed: java.lang.IllegalStateException: no more paper"),
        new Verdict.Holds(3, "1 notes"));
  }

  @Test
  void anUnreadableHistoryDecidesNothing() {
    History cut = History.of(List.of(), List.of());
    History unreadable = new History() {
      @Override
      public Stream<Operation> operations() {
        return Stream.of(1).map(_ -> {
          throw new IllegalStateException("line 7");
        });
      }

      @Override
      public Stream<Note> notes() {
        return cut.notes();
      }
    };
    assertThat(good().judge(unreadable))
        .isEqualTo(new Verdict.Undetermined("the history cannot be read: java.lang.IllegalStateException: line 7"));
  }

  private static Verdict crashed(RuntimeException crash) {
    return new Verdict.Undetermined("the judge crashed: " + crash);
  }
}
