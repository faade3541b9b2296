package lifecycle;

import io.gatling.javaapi.core.OpenInjectionStep;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import simulations.Profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

final class ProfileTest {

  private static final double[] RATES = {0.3, 1, 1.2, 3.7, 5, 20, 33.33, 2000};
  private static final long[] SECONDS = {1, 4, 10, 30, 61};

  @ParameterizedTest
  @EnumSource
  void asManyArriveAsGatlingInjects(Profile profile) {
    for (double rate : RATES) {
      for (long seconds : SECONDS) {
        Duration duration = Duration.ofSeconds(seconds);
        long injected = Arrays.stream(profile.steps(rate, duration))
            .map(OpenInjectionStep::asScala)
            .mapToLong(io.gatling.core.controller.inject.open.OpenInjectionStep::users)
            .sum();
        assertThat(profile.arrivals(rate, duration)).as("%s/s for %s s", rate, seconds).isEqualTo(injected);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void usersAreDueOneAfterTheOtherWithinTheDuration(Profile profile) {
    Duration duration = Duration.ofSeconds(30);
    Duration rounded = duration.plusSeconds(1); // each part of a profile takes whole seconds
    for (double rate : RATES) {
      long[] dues = LongStream.range(0, profile.arrivals(rate, duration))
          .map(user -> profile.due(user, rate, duration).toNanos())
          .toArray();
      assertThat(dues).isSorted();
      assertThat(dues.length == 0 || dues[dues.length - 1] <= rounded.toNanos()).as("%s/s", rate).isTrue();
    }
  }

  @Test
  void aSpikeIsInTheMiddle() {
    Duration duration = Duration.ofSeconds(100);
    long[] seconds = LongStream.range(0, Profile.SPIKE.arrivals(10, duration))
        .map(user -> Profile.SPIKE.due(user, 10, duration).toSeconds())
        .toArray();
    long inTheMiddle = Arrays.stream(seconds).filter(second -> second >= 45 && second < 55).count();
    assertThat(inTheMiddle).isCloseTo(500, within(1L));
    assertThat(seconds).hasSize(950);
  }
}
