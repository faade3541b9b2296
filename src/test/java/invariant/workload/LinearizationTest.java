package invariant.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import history.Invocation;
import history.Operation;
import history.Outcome;
import invariant.workload.Linearization.Explained;
import invariant.workload.Linearization.GivenUp;
import invariant.workload.Linearization.Impossible;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The search finds an order exactly where trying all of them does. */
final class LinearizationTest {

  private static final int HISTORIES = 20_000;
  private static final long FAR = 1_000_000;
  private static final Outcome UNKNOWN = new Outcome.Unknown("info", "");

  /** An operation as the slow search knows it: 0 is nil, and needing -1 is needing nothing. */
  private record Small(boolean read, int needs, int leaves, long started, long ended) {

    boolean sure() {
      return ended < Register.NEVER;
    }
  }

  private static List<Small> random(Random random) {
    List<Small> all = new ArrayList<>();
    int count = 2 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      long started = random.nextInt(12);
      long ended = started + 1 + random.nextInt(6);
      int value = 1 + random.nextInt(2);
      switch (random.nextInt(5)) {
        case 0, 1 -> all.add(new Small(true, value, value, started, ended));
        case 2 -> all.add(new Small(false, value, 1 + random.nextInt(2), started, end(random, ended)));
        default -> all.add(new Small(false, -1, value, started, end(random, ended)));
      }
    }
    return all;
  }

  private static long end(Random random, long ended) {
    return random.nextInt(4) == 0 ? Register.NEVER : ended;
  }

  private static JsonNode value(int number) {
    return number == 0 ? NullNode.getInstance() : IntNode.valueOf(number);
  }

  private static Register register(List<Small> operations) {
    Register register = new Register();
    for (Small small : operations) {
      Operation operation = new Invocation(0, 0, "", "", true, small.started(), small.started(), small.started(),
          NullNode.getInstance()).ended(small.sure() ? small.ended() : FAR, List.of(),
              small.sure() ? Outcome.OK : UNKNOWN, NullNode.getInstance());
      if (small.read()) {
        register.read(operation, value(small.leaves()));
      } else if (small.needs() < 0) {
        register.write(operation, value(small.leaves()));
      } else {
        register.cas(operation, value(small.needs()), value(small.leaves()));
      }
    }
    return register;
  }

  /** Tries every order: whatever may come next is what nobody else must come before. */
  private static boolean hasOrder(List<Small> left, int value) {
    if (left.stream().noneMatch(Small::sure)) {
      return true;
    }
    for (Small next : left) {
      boolean mayBeNext = left.stream().noneMatch(other -> other.ended() < next.started());
      if (mayBeNext && (next.needs() < 0 || next.needs() == value)) {
        List<Small> rest = new ArrayList<>(left);
        rest.remove(next);
        if (hasOrder(rest, next.leaves())) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void isRightWhereverAllOrdersCanBeTried() {
    Random random = new Random(1);
    int possible = 0;
    for (int i = 0; i < HISTORIES; i++) {
      List<Small> operations = random(random);
      boolean expected = hasOrder(operations, 0);
      possible += expected ? 1 : 0;
      assertThat(new Linearization(register(operations), FAR).judge()).as(operations.toString())
          .isInstanceOf(expected ? Explained.class : Impossible.class);
    }
    assertThat(possible).as("both were seen").isBetween(HISTORIES / 10, HISTORIES * 9 / 10);
  }

  @Test
  void aSearchThatIsTooLongIsGivenUp() {
    List<Small> writes = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      writes.add(new Small(false, -1, 1 + i, 0, 10));
    }
    assertThat(new Linearization(register(writes), 20).judge()).isEqualTo(new GivenUp(10));
    assertThat(new Linearization(register(writes), FAR).judge()).isInstanceOf(Explained.class);
  }

  @Test
  void aLongHistoryTakesFewSteps() {
    List<Small> operations = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      operations.add(new Small(false, -1, 1 + i % 3, 4L * i, 4L * i + 2));
      operations.add(new Small(true, 1 + i % 3, 1 + i % 3, 4L * i + 1, 4L * i + 5));
    }
    Linearization search = new Linearization(register(operations), 10L * operations.size());
    assertThat(search.judge()).isInstanceOf(Explained.class);
  }
}
