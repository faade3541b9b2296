package rig.chain;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the program {@code anvil}. */
public final class AnvilFinder {

  private AnvilFinder() {}

  /**
   * The first that is there: what npm installed below the project, then what the search path has.
   *
   * @param project the folder that holds {@code node_modules}
   * @param searchPath the value of the environment variable PATH
   */
  public static Optional<Path> find(Path project, String searchPath) {
    return Stream.concat(installed(project.resolve("node_modules/@foundry-rs")), onPath(searchPath))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** What to throw when there is none. */
  public static IllegalStateException missing() {
    return new IllegalStateException("There is no local chain on this machine: anvil was found neither in "
        + "node_modules/@foundry-rs nor on the PATH. Install npm and run the build again, put anvil on the PATH, name it with -Danvil=, or do without a chain (-Dchain=none).");
  }

  /** The platform package's program itself: starting it through the package's Node script takes 0.3 s longer. */
  private static Stream<Path> installed(Path packages) {
    if (!Files.isDirectory(packages)) {
      return Stream.empty();
    }
    try (DirectoryStream<Path> platforms = Files.newDirectoryStream(packages, "anvil-*")) {
      Stream.Builder<Path> programs = Stream.builder();
      platforms.forEach(platform -> programs.add(platform.resolve("bin/anvil")));
      return programs.build();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + packages, e);
    }
  }

  private static Stream<Path> onPath(String searchPath) {
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(searchPath)
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, "anvil"));
  }
}
