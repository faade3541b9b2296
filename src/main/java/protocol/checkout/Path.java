package protocol.checkout;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import protocol.engine.ExpressionFailure;

/**
 * Where a call goes.
 *
 * @param role whose address comes before it: {@code order}, {@code stock} or {@code payment}
 * @param method of HTTP
 * @param pieces what stands around the arguments, which are segments of the path
 */
record Path(String role, String method, List<String> pieces) {

  private static final Pattern UNRESERVED = Pattern.compile("[A-Za-z0-9._~-]+");

  /** A path with a {@code {}} for each argument, for example {@code POST stock /stock/add/{}/{}}. */
  static Path of(String line) {
    String[] words = line.split(" ");
    return new Path(words[1], words[0], List.of(words[2].split("\\{}", -1)));
  }

  /**
   * The path for these arguments. One for which there is no place must be 1: where there is none for a quantity, units go one at a time.
   *
   * @throws ExpressionFailure when it is another
   */
  String with(List<String> arguments) throws ExpressionFailure {
    StringBuilder path = new StringBuilder(pieces.getFirst());
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (i + 1 < pieces.size()) {
        path.append(segment(argument)).append(pieces.get(i + 1));
      } else if (!argument.equals("1")) {
        throw new ExpressionFailure("the target's dialect takes one unit at a time, not " + argument);
      }
    }
    return path.toString();
  }

  /** The path to an entity. */
  String to(String id) {
    return pieces.getFirst() + segment(id) + pieces.getLast();
  }

  private static String segment(String text) {
    return UNRESERVED.matcher(text).matches() ? text
        : URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
