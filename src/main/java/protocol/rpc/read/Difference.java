package protocol.rpc.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Where two answers part.
 *
 * @param path of the first place that differs, for example {@code transactions[3].gasPrice}; {@code result} for the whole
 * @param first what the first node has there
 * @param second what the second node has there
 */
record Difference(String path, String first, String second) {

  private static final int SHOWN = 80;

  /** The first difference of two answers in their normal form; empty when they are the same. */
  static Optional<Difference> between(JsonNode first, JsonNode second) {
    return between("", first, second);
  }

  /** The path without places in lists, so that it is the same for many answers. */
  String field() {
    return path.replaceAll("\\[\\d+]", "[]");
  }

  private static Optional<Difference> between(String path, JsonNode first, JsonNode second) {
    if (first.equals(second)) {
      return Optional.empty();
    }
    if (first.isObject() && second.isObject()) {
      TreeSet<String> names = new TreeSet<>();
      first.fieldNames().forEachRemaining(names::add);
      second.fieldNames().forEachRemaining(names::add);
      return names.stream()
          .flatMap(
              name -> between(path.isEmpty() ? name : path + "." + name, first.path(name), second.path(name)).stream())
          .findFirst();
    }
    if (first.isArray() && second.isArray()) {
      for (int i = 0; i < Math.min(first.size(), second.size()); i++) {
        Optional<Difference> found = between(path + "[" + i + "]", first.get(i), second.get(i));
        if (found.isPresent()) {
          return found;
        }
      }
      String whole = path.isEmpty() ? "result" : path;
      return Optional.of(new Difference(whole, first.size() + " items", second.size() + " items"));
    }
    return Optional.of(new Difference(path.isEmpty() ? "result" : path, shown(first), shown(second)));
  }

  private static String shown(JsonNode value) {
    String text = value instanceof MissingNode ? "nothing" : value.isTextual() ? value.textValue() : value.toString();
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
