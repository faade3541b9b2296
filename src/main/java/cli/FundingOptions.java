package cli;

import java.time.Duration;
import java.util.Map;
import load.generator.FundingMix;
import load.generator.Ledgers;
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

  @Option(names = {"-l", "--ledgers"}, paramLabel = "N", defaultValue = "1",
      description = "Ledger channels; made in the first 5s (or tenth) of the load. 1 to 1000; default ${DEFAULT-VALUE}.")
  private int ledgers;

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

  Ledgers ledgers() {
    return new Ledgers(ledgers, ledgerDelay, ledgerAmount);
  }

  private int weight(Kind kind) {
    return weights.getOrDefault(kind, 0);
  }
}
