package protocol.rpc.chain;

import com.fasterxml.jackson.databind.JsonNode;
import history.RunClock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

final class InclusionClocksTest {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final RunClock clock = RunClock.startingAt(Instant.ofEpochSecond(Instant.now().getEpochSecond()));
  private final long zero = System.nanoTime() - clock.now();
  private final long epoch = clock.zero().getEpochSecond();
  private final InclusionClocks clocks = new InclusionClocks(clock);

  private Header head(long arrivedMillis, long timestamp, boolean live) {
    return new Header(1, "0x1", "0x0", epoch + timestamp, false, zero + TimeUnit.MILLISECONDS.toNanos(arrivedMillis),
        live);
  }

  private static Receipt receipt() {
    return new Receipt("0xt", "0x1", true, 1, null, null, new byte[0]);
  }

  @Test
  void aChainWhoseClockIsAheadShowsNegativeTimes() {
    Header head = head(3_500, 1, true);
    clocks.heard(head);
    clocks.included(new Inclusion(head, zero + 4 * SECOND, receipt()), zero + 2 * SECOND);
    Header ahead = head(5_000, 9, true);
    clocks.heard(ahead);
    clocks.included(new Inclusion(ahead, zero + 6 * SECOND, receipt()), zero + 4 * SECOND);

    JsonNode json = clocks.json();
    assertThat(json.at("/header/p50").asLong()).isCloseTo(1_000, offset(2L));
    assertThat(json.at("/block/min").asLong()).as("the block is older than what is in it")
        .isCloseTo(-1_000, offset(3L));
    assertThat(json.at("/block/max").asLong()).isCloseTo(5_000, offset(5L));
    assertThat(json.at("/receipt/count").asLong()).isEqualTo(2);
    assertThat(json.at("/skew/first").asLong()).isCloseTo(2_500, offset(3L));
    assertThat(json.at("/skew/last").asLong()).isCloseTo(-4_000, offset(3L));
    assertThat(json.at("/skew/min").asLong()).isCloseTo(-4_000, offset(5L));
  }

  @Test
  void aBlockThatWasAskedForLaterSaysNothingOfTheClocks() {
    Header late = head(60_000, 1, false);
    clocks.heard(late);
    clocks.included(new Inclusion(late, zero + 61 * SECOND, receipt()), zero);
    assertThat(clocks.json().at("/skew/count").asLong()).isZero();
    assertThat(clocks.json().at("/header/count").asLong()).isZero();
    assertThat(clocks.json().at("/receipt/count").asLong()).isEqualTo(1);
    assertThat(clocks.json().at("/block/p50").asLong()).isCloseTo(1_000, offset(2L));
  }

  @Test
  void percentilesGoThroughZero() {
    SignedHistogram values = new SignedHistogram();
    for (int value = -50; value < 50; value++) {
      values.record(value);
    }
    assertThat(values.count()).isEqualTo(100);
    assertThat(values.min()).isEqualTo(-50);
    assertThat(values.max()).isEqualTo(49);
    assertThat(values.percentile(1)).isEqualTo(-50);
    assertThat(values.percentile(50)).isEqualTo(-1);
    assertThat(values.percentile(51)).isZero();
    assertThat(values.percentile(100)).isEqualTo(49);
    assertThat(new SignedHistogram().percentile(50)).isZero();
  }
}
