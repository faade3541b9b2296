package load.generator;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import load.Allocation;
import load.Funding;
import load.Instruction;
import load.Instruction.CloseChannel;
import load.Instruction.CreateChannel;
import load.Instruction.CreateLedgerChannel;
import load.Instruction.UpdateChannel;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the original got wrong is right, and what it promised is kept. */
final class LoadGeneratorTest {

  private static final double ALL = Double.POSITIVE_INFINITY;

  @Test
  void createsAreRateTimesDuration() {
    List<Instruction> steps = Loads.defaults().with(Loads.rates(60, 2.5, 0)).instructions();
    assertThat(steps).hasSize(150).allMatch(step -> step instanceof CreateChannel);
    assertThat(steps).extracting(Instruction::serverId).contains("A", "B");
  }

  @Test
  void theLedgerDelayIsInTheUnitItIsGivenIn() {
    List<Instruction> steps = Loads.defaults().with(Loads.LEDGER).instructions();
    long ledger = steps.getFirst().timestamp();
    assertThat(steps.getFirst()).isInstanceOf(CreateLedgerChannel.class);
    assertThat(ledger).isLessThanOrEqualTo(5000);
    assertThat(steps.stream().skip(1)).isNotEmpty().allMatch(step -> step.timestamp() >= ledger + 20_000);
  }

  @Test
  void aLedgerDelayBeyondTheDurationIsRefused() {
    assertThatThrownBy(() -> Loads.defaults().with(Loads.rates(15, 1, 0)).with(Loads.LEDGER).jobs())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("no channel fits", "give a duration above");
    assertThatThrownBy(() -> Loads.defaults().with(Loads.rates(15, 1, 0)).with(new FundingMix(1, 0, 1)).jobs())
        .hasMessageContaining("give a shorter ledger delay or more time");
  }

  @Test
  void nothingIsDueAfterTheDuration() {
    for (Arrivals arrivals : List.of(new Uniform(), new Constant(), new Poisson(), new Ramp(), new Burst(7),
        new Churn(Duration.ofSeconds(5), 0.3, 60))) {
      Loads load = Loads.defaults().with(arrivals).with(new Updates(4, Duration.ofSeconds(2)));
      for (double closeRate : new double[] {0, 0.5, ALL}) {
        assertThat(load.with(Loads.rates(30, 5, closeRate)).instructions()).isNotEmpty()
            .allMatch(step -> step.timestamp() >= 0 && step.timestamp() <= 30_000);
      }
    }
  }

  @Test
  void eachJobIsClosedAtMostOnceAndNotTooSoon() {
    List<List<Instruction>> jobs = Loads.defaults().with(Loads.rates(60, 2, 1)).jobs();
    assertThat(jobs).allMatch(job -> job.stream().filter(step -> step instanceof CloseChannel).count() <= 1);
    List<List<Instruction>> closed = jobs.stream().filter(job -> job.getLast() instanceof CloseChannel).toList();
    assertThat(closed).hasSize(60).allMatch(job -> job.getLast().timestamp() >= job.getFirst().timestamp() + 5000);
    assertThat(closed).allMatch(job -> job.getLast().serverId().equals(job.getFirst().serverId()));
  }

  @Test
  void allAreClosedWhenTheCloseRateIsTheCreateRate() {
    assertThat(Loads.defaults().with(Loads.rates(60, 2, 2)).jobs())
        .allMatch(job -> job.getLast() instanceof CloseChannel);
  }

  @Test
  void theSameSeedMakesTheSameLoad() {
    Loads load = Loads.defaults().with(new Updates(3, Duration.ofSeconds(1))).with(new FundingMix(1, 1, 1));
    assertThat(load.generator(7).jobs().toList()).isEqualTo(load.generator(7).jobs().toList());
    assertThat(load.generator(7).jobs().toList()).isNotEqualTo(load.generator(8).jobs().toList());
  }

  @Test
  void updatesAlternateFromTheCreatorOnAndKeepTheSum() {
    List<List<Instruction>> jobs = Loads.defaults().with(new Updates(4, Duration.ofSeconds(2))).jobs();
    assertThat(jobs).isNotEmpty().allSatisfy(job -> {
      var create = (CreateChannel) job.getFirst();
      String creator = create.serverId();
      String other = creator.equals("A") ? "B" : "A";
      List<UpdateChannel> updates = job.stream().skip(1).map(step -> (UpdateChannel) step).toList();
      assertThat(create.params().participants().getFirst().participantId()).isEqualTo(creator);
      assertThat(updates).extracting(UpdateChannel::serverId).containsExactly(creator, other, creator, other);
      assertThat(updates).isSortedAccordingTo((one, two) -> Long.compare(one.timestamp(), two.timestamp()));
      BigInteger funding = create.params().allocations().getFirst().total();
      assertThat(updates).allMatch(update -> update.allocations().getFirst().total().equals(funding));
      assertThat(updates).extracting(UpdateChannel::appData).doesNotHaveDuplicates();
      assertThat(updates.getFirst().allocations()).isNotEqualTo(create.params().allocations());
    });
  }

  @Test
  void amountsVaryWithinTheirRange() {
    List<BigInteger> amounts = Loads.defaults()
        .instructions()
        .stream()
        .flatMap(step -> ((CreateChannel) step).params().allocations().getFirst().items().stream())
        .map(Allocation.Item::amount)
        .toList();
    assertThat(new HashSet<>(amounts)).hasSizeGreaterThan(50);
    assertThat(amounts).allMatch(amount -> amount.intValueExact() >= 100 && amount.intValueExact() <= 1000);
  }

  @Test
  void fundingIsDrawnByWeight() {
    List<Class<?>> kinds = Loads.defaults()
        .with(Loads.rates(60, 50, 0))
        .with(new Ledgers(2, Duration.ZERO, 10_000_000))
        .with(new FundingMix(60, 10, 30))
        .instructions()
        .stream()
        .filter(step -> step instanceof CreateChannel)
        .<Class<?>>map(step -> ((CreateChannel) step).funding().getClass())
        .toList();
    assertThat(share(kinds, Funding.None.class)).isBetween(0.55, 0.65);
    assertThat(share(kinds, Funding.Direct.class)).isBetween(0.08, 0.13);
    assertThat(share(kinds, Funding.Ledger.class)).isBetween(0.25, 0.33);
  }

  @Test
  void aLedgerThatCannotLendIsRefusedWithTheAmountThatIsEnough() {
    Loads load = Loads.defaults().with(Loads.LEDGER);
    assertThatThrownBy(() -> load.with(new Ledgers(1, Duration.ofSeconds(1), 5000)).jobs())
        .hasMessageMatching("ledger channel ledger-1 would have to lend \\d+ wei more .* of \\d+ or more.*")
        .satisfies(refusal -> {
          long enough = Long.parseLong(refusal.getMessage().replaceAll(".* of (\\d+) or more.*", "$1"));
          assertThat(load.with(new Ledgers(1, Duration.ofSeconds(1), enough)).jobs()).isNotEmpty();
        });
  }

  @Test
  void tellsHowFarItHasCome() {
    List<Long> told = new ArrayList<>();
    LoadGenerator generator = Loads.defaults().with(Loads.LEDGER).generator(1, (_, planned) -> told.add(planned));
    assertThat(told).isSorted().last().isEqualTo(generator.instructions().count());
  }

  @Test
  void makesTheFirstVersionsLoads() {
    var volume = new Volume.ByCount(10, Duration.ofSeconds(10), Duration.ofSeconds(10), true);
    List<List<Instruction>> jobs = Loads.defaults().with(volume).with(new Updates(2, Duration.ofSeconds(10))).jobs();
    assertThat(jobs).hasSize(10).allSatisfy(job -> {
      assertThat(job).hasSize(4);
      assertThat(job.getFirst().timestamp()).isBetween(0L, 10_000L);
      assertThat(job.getLast().timestamp() - job.get(2).timestamp()).isBetween(1000L, 10_000L);
    });
    var open = new Volume.ByCount(10, Duration.ofSeconds(10), Duration.ofSeconds(10), false);
    assertThat(Loads.defaults().with(open).instructions()).hasSize(10);
  }

  @Test
  void everyMinimumIsEnforced() {
    Duration second = Duration.ofSeconds(1);
    refused("a duration is from 1s to 24h", () -> Loads.rates(0, 1, 0));
    refused("a create rate is above 0", () -> Loads.rates(60, 0, 0));
    refused("a close rate is 0 or more", () -> Loads.rates(60, 1, -1));
    refused("a number of channels is from 1", () -> new Volume.ByCount(0, second, second, true));
    refused("a create time is from 1ms", () -> new Volume.ByCount(1, Duration.ZERO, second, true));
    refused("a close time is from 1s", () -> new Volume.ByCount(1, second, Duration.ZERO, true));
    refused("a number of ledger channels is from 1", () -> new Ledgers(0, second, 1));
    refused("a ledger delay is from 0s", () -> new Ledgers(1, second.negated(), 1));
    refused("above 0 wei", () -> new Ledgers(1, second, 0));
    refused("a number of updates is from 0", () -> new Updates(-1, second));
    refused("not all 0", () -> new FundingMix(0, 0, 0));
    refused("the lesser first", () -> new Amounts(5, 4));
    refused("channels are too many", () -> Loads.defaults().with(Loads.rates(3600, 100_000, 0)).jobs());
    refused("no channel is created at that rate", () -> Loads.defaults().with(Loads.rates(1, 0.1, 0)).jobs());
    var one = new Volume.ByCount(1, second, second, true);
    refused("give a create rate instead", () -> Loads.defaults().with(one).with(new Poisson()).jobs());
  }

  private static void refused(String message, Runnable attempt) {
    assertThatThrownBy(attempt::run).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
  }

  private static double share(List<Class<?>> kinds, Class<?> kind) {
    return (double) IntStream.range(0, kinds.size()).filter(i -> kinds.get(i) == kind).count() / kinds.size();
  }
}
