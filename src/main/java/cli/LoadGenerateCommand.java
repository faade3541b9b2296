package cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import load.LoadWriter;
import load.Roles;
import load.generator.Amounts;
import load.generator.GeneratorOptions;
import load.generator.LoadGenerator;
import load.generator.Updates;
import load.generator.Volume;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code broadside load generate}: makes a load file; the same seed and options make the same bytes. */
@Command(name = "generate", mixinStandardHelpOptions = true, sortOptions = false, usageHelpAutoWidth = true,
    abbreviateSynopsis = true,
    description = {"Makes a load file: timed instructions that create, update and close channels.",
        "The same seed and options make the same bytes. Times have a unit: 500ms, 20s, 2m, 1h.", ""},
    footer = {"",
        "For example: broadside load generate -o load.json -d 2m -cr 5 --updates 4 --update-time 2s --close-rate all"})
public final class LoadGenerateCommand implements Callable<Integer> {

  private static final int SEEDS = 1_000_000;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(names = {"-o", "--output"}, paramLabel = "FILE", required = true,
      description = "The file to write, or to replace: CSV when its name ends in .csv, else JSON. Written whole or not at all.")
  @SuppressWarnings("NullAway.Init")
  private Path output;

  @Option(names = {"-s", "--seed"}, paramLabel = "N",
      description = "A whole number from which everything random is drawn. Default: any; it is printed.")
  private @Nullable Long seed;

  @Mixin
  private final RolesOption roles = new RolesOption();

  @Mixin
  private final VolumeOptions volume = new VolumeOptions();

  @Mixin
  private final ArrivalsOptions arrivals = new ArrivalsOptions();

  @Mixin
  private final FundingOptions funding = new FundingOptions();

  @Option(names = {"-u", "--updates"}, paramLabel = "N", defaultValue = "0",
      description = "Updates of each channel; its participants move in turn. 0 to 10000; default ${DEFAULT-VALUE}.")
  private int updates;

  @Option(names = "--update-time", paramLabel = "TIME", defaultValue = "10s", converter = DurationConverter.class,
      description = "The longest time from one update to the next. 0s to 24h; default ${DEFAULT-VALUE}.")
  private Duration updateTime = Duration.ZERO;

  @Option(names = "--amount", paramLabel = "WEI[..WEI]", defaultValue = "100..1000", converter = AmountsConverter.class,
      description = "What each participant puts into a channel: an amount, or any of a range. 0 to 10^15; default"
          + " ${DEFAULT-VALUE}.")
  private Amounts amounts = new Amounts(0, 0);

  @Option(names = "--pretty", negatable = true, defaultValue = "true", fallbackValue = "true",
      description = "Indents JSON; otherwise each instruction is one line. Default ${DEFAULT-VALUE}.")
  private boolean pretty;

  @Override
  public Integer call() {
    long chosen = seed == null ? ThreadLocalRandom.current().nextInt(SEEDS) : seed;
    PrintWriter err = spec.commandLine().getErr();
    var progress = new Progress(err);
    LoadGenerator generator = generator(roles.roles(), chosen, progress);
    try {
      long written = new LoadWriter(output, pretty).write(generator::instructions, progress);
      spec.commandLine().getOut().printf(Locale.ROOT, "%s: %,d instructions, seed %d%n", output, written, chosen);
      spec.commandLine().getOut().flush();
      return 0;
    } catch (IOException e) {
      err.println(output + " cannot be written: " + e);
      err.flush();
      return spec.exitCodeOnExecutionException();
    }
  }

  private LoadGenerator generator(Roles wallets, long chosen, Progress progress) {
    try {
      Volume size = volume.volume();
      return new LoadGenerator(new GeneratorOptions(wallets, chosen, size, arrivals.arrivals(), funding.mix(),
          funding.ledgers(size), new Updates(updates, updateTime), amounts), progress);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
