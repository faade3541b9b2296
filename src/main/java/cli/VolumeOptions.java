package cli;

import java.time.Duration;
import load.generator.Volume;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options: how many channels, and over what time; by rates, or by their number. */
final class VolumeOptions {

  @Option(names = {"-d", "--duration"}, paramLabel = "TIME", defaultValue = "60s", converter = DurationConverter.class,
      description = "By rates: nothing is due after it. 1s to 24h; default ${DEFAULT-VALUE}.")
  private Duration duration = Duration.ZERO;

  @Option(names = {"-cr", "--create-rate"}, paramLabel = "RATE", defaultValue = "1",
      description = "By rates: channels per second, as long as what follows still fits. Above 0, at most 100000; default"
          + " ${DEFAULT-VALUE}.")
  private double createRate;

  @Option(names = "--close-rate", paramLabel = "RATE|all", converter = CloseRateConverter.class,
      description = "By rates: closes per second, 0 or more, or all; no channel is closed twice. By number: 0 or all. Default"
          + " 0 by rates, all by number.")
  private @Nullable Double closeRate;

  @Option(names = "--close-delay", paramLabel = "TIME", defaultValue = "5s", converter = DurationConverter.class,
      description = "By rates: the least time from create to close. 0s or more; default ${DEFAULT-VALUE}.")
  private Duration closeDelay = Duration.ZERO;

  @Option(names = {"-n", "--channels"}, paramLabel = "N",
      description = "By number: this many channels, instead of rates over a duration. 1 to 10000000.")
  private @Nullable Integer channels;

  @Option(names = "--create-time", paramLabel = "TIME", defaultValue = "10s", converter = DurationConverter.class,
      description = "By number: all channels are created within it. 1ms to 24h; default ${DEFAULT-VALUE}.")
  private Duration createTime = Duration.ZERO;

  @Option(names = "--close-time", paramLabel = "TIME", defaultValue = "10s", converter = DurationConverter.class,
      description = "By number: each channel is closed within it after its last update, 1s at the earliest. 1s to 24h;"
          + " default ${DEFAULT-VALUE}.")
  private Duration closeTime = Duration.ZERO;

  Volume volume() {
    if (channels == null) {
      return new Volume.ByRate(duration, createRate, closeRate == null ? 0 : closeRate, closeDelay);
    }
    double rate = closeRate == null ? Double.POSITIVE_INFINITY : closeRate;
    if (rate > 0 && Double.isFinite(rate)) {
      throw new IllegalArgumentException("with a number of channels, give a close rate of all or 0");
    }
    return new Volume.ByCount(channels, createTime, closeTime, rate > 0);
  }
}
