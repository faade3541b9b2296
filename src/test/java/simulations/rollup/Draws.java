package simulations.rollup;

import io.gatling.javaapi.core.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import load.LoadFileException;
import load.Mix;
import simulations.Settings;

/** Which transaction each user sends: drawn before the run, with its seed, so that the run knows how many there have to be. */
final class Draws {

  private static final String MIX = "feeders/rollup/contract-mix.csv";

  private final List<String> drawn;
  private final AtomicInteger next = new AtomicInteger();

  /** Draws for so many users, from the file that the settings name; what is wrong with it is a problem of the settings. */
  Draws(Settings settings, Function<String, Path> files, long users, long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("SplittableRandom").create(seed);
    List<String> all = List.of();
    try {
      Mix mix = Mix.read(files.apply(settings.text("mix", MIX)), "transaction", ContractJourneys.KINDS);
      all = Stream.generate(() -> mix.at(random.nextDouble())).limit(users).toList();
    } catch (LoadFileException e) {
      settings.problem(String.valueOf(e.getMessage()));
    }
    this.drawn = all;
  }

  /** The user knows what it sends. */
  Session isDrawn(Session session) {
    return session.set("transaction", drawn.get(next.getAndIncrement()));
  }

  /** How often each is drawn. */
  Map<String, Long> counts() {
    return drawn.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }
}
