package protocol.rpc.read;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parameters of a method as a file has them: a JSON array with placeholders in its texts. */
final class Params {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern OPEN = Pattern.compile("#\\{([^}]*)}");
  private static final Pattern MOVING = Pattern.compile("\"(latest|pending|safe|finalized)\"");

  /** What is around the placeholders: one more than there are of them. */
  private final List<String> texts = new ArrayList<>();
  private final List<Placeholder> placeholders = new ArrayList<>();
  private final boolean tagged;

  /**
   * Parameters as they stand in a file; empty for none.
   *
   * @throws IllegalArgumentException when they cannot be used; the message tells why, and the fix
   */
  Params(String json) {
    String text = compact(json.isBlank() ? "[]" : json);
    tagged = MOVING.matcher(text).find();
    Matcher open = OPEN.matcher(text);
    int end = 0;
    while (open.find()) {
      String name = open.group(1);
      placeholders.add(Placeholder.of(name)
          .orElseThrow(() -> new IllegalArgumentException(
              "#{" + name + "} is nothing that can be filled in; there are " + Placeholder.known())));
      texts.add(text.substring(end, open.start()));
      end = open.end();
    }
    texts.add(text.substring(end));
  }

  private static String compact(String json) {
    try {
      JsonNode tree = JSON.readTree(json);
      if (tree.isArray()) {
        return tree.toString();
      }
    } catch (JacksonException _) {
      // told below, with the same fix
    }
    throw new IllegalArgumentException("'" + json + "' is no JSON array; write for example "
        + "\"[\"\"#{address}\"\",\"\"latest\"\"]\": the cell in quotes, and each quote in it twice");
  }

  /** What has to be filled in. */
  Set<Placeholder> needs() {
    Set<Placeholder> needs = EnumSet.noneOf(Placeholder.class);
    needs.addAll(placeholders);
    return needs;
  }

  /**
   * Whether they name something in the past, so that the answer can never be another.
   *
   * @param comparing whether {@link Placeholder#LATEST} is a certain block
   */
  boolean arePinned(boolean comparing) {
    Set<Placeholder> needs = needs();
    boolean past = needs.contains(Placeholder.BLOCK) || needs.contains(Placeholder.BLOCK_HASH)
        || needs.contains(Placeholder.TRANSACTION)
        || needs.contains(Placeholder.FROM) && needs.contains(Placeholder.TO);
    boolean moving = tagged || needs.contains(Placeholder.LATEST) && !comparing;
    return !moving && (past || needs.contains(Placeholder.LATEST));
  }

  /** The same with everything filled in, as JSON. */
  String with(Function<Placeholder, String> values) {
    var json = new StringBuilder(texts.getFirst());
    for (int i = 0; i < placeholders.size(); i++) {
      json.append(values.apply(placeholders.get(i))).append(texts.get(i + 1));
    }
    return json.toString();
  }
}
