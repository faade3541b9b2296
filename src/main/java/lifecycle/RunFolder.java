package lifecycle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a run leaves what remains of it.
 *
 * <p>Gatling names its folder {@code <simulation>-<time>} only after the simulation's set-up, and tells nobody. So a run starts in a folder
 * of its own with a name of the same form, and moves into Gatling's as soon as that is there: open files move along with their folder.
 */
final class RunFolder {

  static final String JOURNAL = "history.jsonl";

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS");

  private final Path results;
  private final String prefix;
  private final Set<Path> earlier;
  private Path path;
  private boolean adopted;

  private RunFolder(Path results, String prefix, Set<Path> earlier, Path path) {
    this.results = results;
    this.prefix = prefix;
    this.earlier = earlier;
    this.path = path;
  }

  /** Makes the folder of a run of the given simulation (simple class name), in the results folder. */
  static RunFolder create(Path results, String simulation) throws IOException {
    String prefix = simulation.toLowerCase(Locale.ROOT) + "-";
    Path path = results.resolve(prefix + LocalDateTime.now(ZoneOffset.UTC).format(TIME));
    Files.createDirectories(path);
    try (Stream<Path> folders = Files.list(results)) {
      return new RunFolder(results, prefix, folders.collect(Collectors.toUnmodifiableSet()), path);
    }
  }

  /** Where the run's files are now. */
  synchronized Path path() {
    return path;
  }

  /** Moves into Gatling's folder when it is there; true once that is done. */
  synchronized boolean adopt() {
    if (adopted) {
      return true;
    }
    try {
      Optional<Path> theirs = gatlings();
      if (theirs.isPresent()) {
        moveTo(theirs.get());
      }
    } catch (IOException e) {
      return false; // tried again at the next call; the run goes on where it is
    }
    return adopted;
  }

  private void moveTo(Path target) throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.toList()) {
        Files.move(file, target.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
      }
    }
    Files.delete(path);
    path = target;
    adopted = true;
  }

  /** The first folder of this simulation that was not there when we began, holds Gatling's log, and is no other run's. */
  private Optional<Path> gatlings() throws IOException {
    try (Stream<Path> folders = Files.list(results)) {
      return folders.filter(this::isGatlings).min(Comparator.comparing(Path::getFileName));
    }
  }

  private boolean isGatlings(Path folder) {
    return folder.getFileName().toString().startsWith(prefix) && !earlier.contains(folder)
        && Files.exists(folder.resolve("simulation.log")) && !Files.exists(folder.resolve(JOURNAL));
  }
}
