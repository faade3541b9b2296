package rig.chain;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who listens on a port, as Linux tells it under {@code /proc}. */
final class ListeningPort {

  private static final String LISTEN = "0A";

  private ListeningPort() {}

  /**
   * Whether a process of ours listens on the port, so that no load ever goes to a stranger's server.
   *
   * @return true also where there is no {@code /proc} to ask
   */
  static boolean ownedBy(long pid, int port) throws IOException {
    Path process = Path.of("/proc", Long.toString(pid));
    if (!Files.isDirectory(process)) {
      return !Files.isDirectory(Path.of("/proc/self"));
    }
    for (String table : List.of("net/tcp", "net/tcp6")) {
      Optional<String> socket = socketOn(process.resolve(table), port);
      if (socket.isPresent() && holds(process.resolve("fd"), socket.get())) {
        return true;
      }
    }
    return false;
  }

  /** Its lines are {@code sl local_address rem_address st tx:rx tr:tm retrnsmt uid timeout inode ...}, ports in hex. */
  private static Optional<String> socketOn(Path table, int port) throws IOException {
    if (!Files.exists(table)) {
      return Optional.empty();
    }
    String local = ":%04X".formatted(port);
    try (Stream<String> lines = Files.lines(table)) {
      return lines.map(line -> line.trim().split("\\s+"))
          .filter(fields -> fields.length > 9 && fields[1].endsWith(local) && fields[3].equals(LISTEN))
          .map(fields -> "socket:[" + fields[9] + "]")
          .findFirst();
    }
  }

  private static boolean holds(Path descriptors, String socket) throws IOException {
    try (DirectoryStream<Path> links = Files.newDirectoryStream(descriptors)) {
      for (Path link : links) {
        if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).toString().equals(socket)) {
          return true;
        }
      }
    }
    return false;
  }
}
