package load;

import java.util.List;
import java.util.stream.IntStream;
import load.Instruction.CloseChannel;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class ShardTest {

  private static final List<Job> JOBS = IntStream.range(0, 100)
      .mapToObj(i -> new Job("job-" + i, i, i % 3 == 0 ? 0 : i, List.of(new CloseChannel("job-" + i, "A", i))))
      .toList();

  @Test
  void everyJobRunsExactlyOnce() {
    List<Job> all = IntStream.range(0, 4).mapToObj(i -> new Shard(i, 4).of(JOBS)).flatMap(List::stream).toList();
    assertThat(all).containsExactlyInAnyOrderElementsOf(JOBS);
  }

  @Test
  void jobsOfOneGroupStayTogether() {
    assertThat(new Shard(1, 4).of(JOBS)).noneMatch(job -> job.group() == 0);
    assertThat(new Shard(0, 4).of(JOBS)).contains(JOBS.get(0), JOBS.get(3), JOBS.get(99));
  }

  @Test
  void whatIsDealtOutIsDealtOutOnce() {
    List<Integer> numbers = IntStream.range(0, 10).boxed().toList();
    assertThat(new Shard(1, 3).dealtOut(numbers)).containsExactly(1, 4, 7);
    assertThat(IntStream.range(0, 3).mapToObj(i -> new Shard(i, 3).dealtOut(numbers)).flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(numbers);
  }

  @Test
  void theWholeIsEverything() {
    assertThat(Shard.WHOLE.of(JOBS)).isEqualTo(JOBS);
  }

  @Test
  void thereIsNoInjectorBeyondTheCount() {
    assertThatThrownBy(() -> new Shard(2, 2)).hasMessageContaining("injector 2 of 2");
    assertThatThrownBy(() -> new Shard(0, 0)).hasMessageContaining("at least 1");
  }
}
