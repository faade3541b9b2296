package cli;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import load.generator.FundingMix;
import load.generator.Ledgers;
import load.generator.Volume;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options: how channels are funded. */
final class FundingOptions {

  /** As load files spell it. */
  enum Kind {
    NONE, DIRECT, LEDGER
  }

  @Option(names = {"-f", "--funding"}, paramLabel = "KIND", split = ",", mapFallbackValue = "1", defaultValue = "None",
      description = "None, Direct or Ledger, or several with weights: None=60,Direct=10,Ledger=30. Default ${DEFAULT-VALUE}.")
  private Map<Kind, Integer> weights = Map.of();

  @Option(names = {"-l", "--ledgers"}, paramLabel = "N", description = "Ledger channels. 1 to 1000; default 1.")
  private @Nullable Integer count;

  @Option(names = "--ledger-rate", paramLabel = "RATE",
      description = "Ledger channels per second of the ledger time, instead of their number. Above 0; default: their number.")
  private @Nullable Double rate;

  @Option(names = "--ledger-time", paramLabel = "TIME", converter = DurationConverter.class,
      description = "All ledger channels are created within it. 1ms or more; default 5s, or a tenth of a shorter load.")
  private @Nullable Duration time;

  @Option(names = "--ledger-delay", paramLabel = "TIME", defaultValue = "20s", converter = DurationConverter.class,
      description = "The least time from a ledger's create to the first channel it funds. 0s to 24h; default"
          + " ${DEFAULT-VALUE}.")
  private Duration ledgerDelay = Duration.ZERO;

  @Option(names = "--ledger-amount", paramLabel = "WEI", defaultValue = "100000",
      description = "What each participant puts into a ledger channel. Above 0; default ${DEFAULT-VALUE}.")
  private long ledgerAmount;

  FundingMix mix() {
    return new FundingMix(weight(Kind.NONE), weight(Kind.DIRECT), weight(Kind.LEDGER));
  }

  Ledgers ledgers(Volume volume) {
    if (count != null && rate != null) {
      throw new IllegalArgumentException("give a number of ledger channels or their rate, not both");
    }
    Duration within = time == null ? Ledgers.usualTime(volume) : time;
    int number = rate == null ? count == null ? 1 : count
        : (int) Math.min(Integer.MAX_VALUE, Math.round(rate * within.toMillis() / 1000));
    return new Ledgers(number, ledgerDelay, ledgerAmount, Optional.ofNullable(time));
  }

  private int weight(Kind kind) {
    return weights.getOrDefault(kind, 0);
  }
}
