package cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Option: the accounts file of a run. */
final class AccountsOption {

  /** Runs put it directly there, and move it into their own folder when they have recovered it. */
  static final Path RESULTS = KeptUp.PROJECT.resolve("results");

  @Option(names = {"-a", "--accounts"}, paramLabel = "FILE",
      description = "The accounts file. Default: the newest accounts-*.json in results/, else in a run's folder there.")
  private @Nullable Path file;

  /** Which file is meant: the newest, when none is named. */
  Path file() throws IOException {
    if (file != null) {
      return file;
    }
    return newest(RESULTS).orElseThrow(
        () -> new IOException("there is no accounts-*.json in " + RESULTS + ": name the file with --accounts"));
  }

  static Optional<Path> newest(Path results) throws IOException {
    Optional<Path> newest = newest(results, 1);
    return newest.isPresent() ? newest : newest(results, 2);
  }

  private static Optional<Path> newest(Path results, int depth) throws IOException {
    if (!Files.isDirectory(results)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.find(results, depth, (path, attributes) -> attributes.isRegularFile()
        && path.getFileName().toString().matches("accounts-.*\\.json"))) {
      List<Path> found = files.toList();
      return found.stream().max(Comparator.comparing(AccountsOption::modified));
    }
  }

  private static FileTime modified(Path path) {
    try {
      return Files.getLastModifiedTime(path);
    } catch (IOException _) {
      // It is gone.
      return FileTime.fromMillis(0);
    }
  }
}
