package history.jepsen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import history.jepsen.Entry.Type;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns the elements of a file into the lines of a history. What a nemesis does is no operation, and left out. */
final class Entries implements Iterator<Entries.Placed> {

  private final Path file;
  private final Pieces pieces;
  private final Map<String, Long> named = new HashMap<>();
  private @Nullable Placed next;

  /** A line, and where it is. */
  record Placed(Entry entry, String where) {}

  Entries(Path file, Pieces pieces) {
    this.file = file;
    this.pieces = pieces;
  }

  @Override
  public boolean hasNext() {
    try {
      while (next == null) {
        Piece piece = pieces.next();
        if (piece == null) {
          return false;
        }
        next = entry(piece).map(entry -> new Placed(entry, piece.where())).orElse(null);
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Placed next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    Placed placed = next;
    next = null;
    return placed;
  }

  private Optional<Entry> entry(Piece piece) {
    JsonNode tree = piece.tree();
    if (!tree.isObject()) {
      throw wrong(piece, "this is no operation: write a map with :type, :f, :value and :process");
    }
    Type type = type(piece);
    JsonNode process = tree.path("process");
    if (!process.isIntegralNumber() && (type == Type.INFO || process.asText().equals("nemesis"))) {
      return Optional.empty();
    }
    JsonNode kind = tree.path("f");
    if (!kind.isTextual() && !kind.isNull() && !kind.isMissingNode()) {
      throw wrong(piece, ":f is " + kind + ": write what is asked as a keyword or a text, such as :read");
    }
    JsonNode value = tree.has("value") ? tree.get("value") : NullNode.getInstance();
    return Optional.of(new Entry(type, kind.asText(""), value, process(piece), tree.path("time").asLong()));
  }

  private Type type(Piece piece) {
    JsonNode type = piece.tree().path("type");
    return switch (type.asText()) {
      case "invoke" -> Type.INVOKE;
      case "ok" -> Type.OK;
      case "fail" -> Type.FAIL;
      case "info" -> Type.INFO;
      default -> throw wrong(piece,
          ":type is " + (type.isMissingNode() ? "missing" : type) + ": write :invoke, :ok, :fail or :info");
    };
  }

  /** A number; a process with a name gets one below zero. */
  private long process(Piece piece) {
    JsonNode process = piece.tree().path("process");
    if (process.isIntegralNumber()) {
      return process.longValue();
    }
    if (!process.isTextual()) {
      throw wrong(piece, ":process is " + (process.isMissingNode() ? "missing" : process)
          + ": write the number of who asks, so that beginnings and ends can be matched");
    }
    return named.computeIfAbsent(process.textValue(), _ -> -1L - named.size());
  }

  private JepsenFileException wrong(Piece piece, String problem) {
    return new JepsenFileException(file, piece.where() + ": " + problem);
  }
}
