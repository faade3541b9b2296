package protocol.engine;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A reader of Gatling's binary simulation.log that shares no code with Gatling; it fails on a log that was cut off. */
public final class SimulationLog {

  public final List<Request> requests = new ArrayList<>();
  final List<Group> groups = new ArrayList<>();
  final List<String> errors = new ArrayList<>();
  int usersStarted;
  int usersEnded;
  private final Map<Integer, String> remembered = new HashMap<>();

  /** Times are milliseconds since the run's start. */
  public record Request(List<String> groups, String name, int start, int end, boolean ok, String message) {}

  record Group(List<String> groups, int start, int end, int cumulated, boolean ok) {}

  private SimulationLog() {}

  static SimulationLog read(Path file) throws IOException {
    SimulationLog log = new SimulationLog();
    try (InputStream bytes = Files.newInputStream(file);
        DataInputStream in = new DataInputStream(new BufferedInputStream(bytes))) {
      int kind = in.read();
      while (kind >= 0) {
        log.record(kind, in);
        kind = in.read();
      }
    }
    return log;
  }

  /** The requests of this name, in order. */
  public List<Request> named(String name) {
    return requests.stream().filter(request -> request.name().equals(name)).toList();
  }

  private void record(int kind, DataInputStream in) throws IOException {
    switch (kind) {
      case 0 -> header(in);
      case 1 ->
        requests.add(new Request(path(in), cached(in), in.readInt(), in.readInt(), in.readBoolean(), cached(in)));
      case 2 -> user(in);
      case 3 -> groups.add(new Group(path(in), in.readInt(), in.readInt(), in.readInt(), in.readBoolean()));
      case 4 -> error(in);
      default -> throw new IOException("A record of the unknown kind " + kind);
    }
  }

  private static void header(DataInputStream in) throws IOException {
    string(in);
    string(in);
    in.readLong();
    string(in);
    for (int scenarios = in.readInt(); scenarios > 0; scenarios--) {
      string(in);
    }
    for (int assertions = in.readInt(); assertions > 0; assertions--) {
      in.skipNBytes(in.readInt());
    }
  }

  private void user(DataInputStream in) throws IOException {
    in.readInt();
    if (in.readBoolean()) {
      usersStarted++;
    } else {
      usersEnded++;
    }
    in.readInt();
  }

  private void error(DataInputStream in) throws IOException {
    errors.add(cached(in));
    in.readInt();
  }

  private List<String> path(DataInputStream in) throws IOException {
    List<String> path = new ArrayList<>();
    for (int length = in.readInt(); length > 0; length--) {
      path.add(cached(in));
    }
    return path;
  }

  private String cached(DataInputStream in) throws IOException {
    int index = in.readInt();
    if (index >= 0) {
      remembered.put(index, string(in));
    }
    String value = remembered.get(Math.abs(index));
    if (value == null) {
      throw new IOException("The string " + index + " was never written");
    }
    return value;
  }

  private static String string(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length == 0) {
      return "";
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("Cut off inside a string");
    }
    return new String(bytes, in.readByte() == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_16LE);
  }
}
