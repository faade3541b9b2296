package load;

import java.time.Duration;
import java.util.List;
import load.Instruction.CloseChannel;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class ScheduleTest {

  private final Schedule schedule = new Schedule(List.of(job("a", 0, 5000), job("b", 999), job("c", 3000)));

  @Test
  void tellsWhatIsPlanned() {
    assertThat(schedule.planned()).isEqualTo(4);
    assertThat(schedule.startsPerSecond()).containsExactly(2, 0, 0, 1);
    assertThat(new Schedule(List.of()).startsPerSecond()).isEmpty();
  }

  @Test
  void tellsWhatIsStartedAndHowLate() {
    Instruction close = schedule.jobs().getFirst().instructions().getLast();
    assertThat(Schedule.due(close)).isEqualTo(Duration.ofSeconds(5).toNanos());

    assertThat(schedule.start(close, Duration.ofMillis(5003).toNanos())).isEqualTo(3_000_000);
    assertThat(schedule.start(close, Duration.ofMillis(4999).toNanos())).isEqualTo(-1_000_000);

    assertThat(schedule.started()).isEqualTo(2);
    assertThat(schedule.worstLag()).isEqualTo(Duration.ofMillis(3));
  }

  private static Job job(String id, long... times) {
    List<Instruction> steps = java.util.Arrays.stream(times)
        .mapToObj(time -> (Instruction) new CloseChannel(id, "A", time))
        .toList();
    return new Job(id, 0, 0, steps);
  }
}
