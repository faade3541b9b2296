package lifecycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
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
 *
 * <p>Gatling holds its log open while users are about, so the folder is known for this process's by that. Where the system does not tell
 * which files are open (only Linux does), it is the first new one that nobody has claimed: of two runs of one simulation that begin
 * together, each keeps all of its own results, but perhaps beside the other's Gatling report.
 */
final class RunFolder {

  static final String JOURNAL = "history.jsonl";

  private static final String LOG = "simulation.log";
  private static final Path OPEN_FILES = Path.of("/proc/self/fd");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS");

  private final Path results;
  private final String prefix;
  private final Path openFiles;
  private final Set<Path> earlier;
  private Path path;
  private boolean adopted;

  private RunFolder(Path results, Path path, String prefix, Path openFiles) throws IOException {
    this.results = results;
    this.prefix = prefix;
    this.openFiles = openFiles;
    this.path = path;
    try (Stream<Path> folders = Files.list(results)) {
      this.earlier = folders.collect(Collectors.toUnmodifiableSet());
    }
  }

  /** Makes the folder of a run of the given simulation (simple class name), in the results folder. */
  static RunFolder create(Path results, String simulation) throws IOException {
    return create(results, simulation, OPEN_FILES);
  }

  /** The same, with links to the files that this process holds open in the given folder, if there is one. */
  static RunFolder create(Path results, String simulation, Path openFiles) throws IOException {
    String prefix = simulation.toLowerCase(Locale.ROOT) + "-";
    Files.createDirectories(results);
    while (true) {
      try {
        Path path = Files.createDirectory(results.resolve(prefix + LocalDateTime.now(ZoneOffset.UTC).format(TIME)));
        return new RunFolder(results, path, prefix, openFiles);
      } catch (FileAlreadyExistsException _) {
        Thread.onSpinWait(); // another run has begun in this millisecond
      }
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
      return adopted; // if not, it is tried again at the next call; the run goes on where it is
    }
    return adopted;
  }

  private void moveTo(Path target) throws IOException {
    Files.createFile(target.resolve(JOURNAL)); // fails when another run is there, and tells others that this one is
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.toList()) {
        Files.move(file, target.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
      }
    }
    Path left = path;
    path = target;
    adopted = true;
    Files.delete(left);
  }

  /** The first folder of this simulation that was not there when we began, holds our Gatling's log, and no journal. */
  private Optional<Path> gatlings() throws IOException {
    try (Stream<Path> folders = Files.list(results)) {
      return folders.filter(this::isGatlings).min(Comparator.comparing(Path::getFileName));
    }
  }

  private boolean isGatlings(Path folder) {
    Path log = folder.resolve(LOG);
    return folder.getFileName().toString().startsWith(prefix) && !earlier.contains(folder) && Files.exists(log)
        && !Files.exists(folder.resolve(JOURNAL)) && isOurs(log);
  }

  private boolean isOurs(Path log) {
    if (!Files.isDirectory(openFiles)) {
      return true; // as far as anybody can tell
    }
    try (Stream<Path> links = Files.list(openFiles)) {
      return links.anyMatch(link -> leadsTo(link, log));
    } catch (IOException | UncheckedIOException _) {
      return false;
    }
  }

  private static boolean leadsTo(Path link, Path file) {
    try {
      return Files.isSameFile(link, file);
    } catch (IOException _) {
      return false; // closed meanwhile
    }
  }
}
