package cli;

import java.time.Duration;
import load.generator.Arrivals;
import load.generator.Burst;
import load.generator.Churn;
import load.generator.Constant;
import load.generator.Poisson;
import load.generator.Ramp;
import load.generator.Uniform;
import picocli.CommandLine.Option;

/** Options: when channels are created. */
final class ArrivalsOptions {

  /** The processes that can be asked for. */
  enum Shape {
    UNIFORM, CONSTANT, POISSON, RAMP, BURST, CHURN
  }

  @Option(names = {"-a", "--arrivals"}, paramLabel = "PROCESS", defaultValue = "uniform",
      description = {"When channels are created; default ${DEFAULT-VALUE}.",
          "uniform: at any moment, as the original does", "constant: evenly spaced",
          "poisson: independent users; their number is random", "ramp: from no rate to twice the rate",
          "burst: so many at once", "churn: a geometric number comes in each epoch, and open ones are removed"})
  private Shape shape = Shape.UNIFORM;

  @Option(names = "--burst-size", paramLabel = "N", defaultValue = "10",
      description = "Channels at once in a burst. 1 or more; default ${DEFAULT-VALUE}.")
  private int burstSize;

  @Option(names = "--epoch", paramLabel = "TIME", defaultValue = "60s", converter = DurationConverter.class,
      description = "An epoch of the churn. 1ms or more; default ${DEFAULT-VALUE}.")
  private Duration epoch = Duration.ZERO;

  @Option(names = "--removal", paramLabel = "P", defaultValue = "0.3",
      description = "The probability that the churn removes an open channel in an epoch. Above 0, at most 1; default"
          + " ${DEFAULT-VALUE}.")
  private double removal;

  @Option(names = "--capacity", paramLabel = "N", defaultValue = "60",
      description = "The most channels that the churn has open at once. 1 or more; default ${DEFAULT-VALUE}.")
  private int capacity;

  Arrivals arrivals() {
    return switch (shape) {
      case UNIFORM -> new Uniform();
      case CONSTANT -> new Constant();
      case POISSON -> new Poisson();
      case RAMP -> new Ramp();
      case BURST -> new Burst(burstSize);
      case CHURN -> new Churn(epoch, removal, capacity);
    };
  }
}
