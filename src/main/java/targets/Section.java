package targets;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** One object of a target file. What is wrong with it is collected, and something harmless returned in its place. */
final class Section {

  /** Closer than this, an unknown key is taken for a slip of the pen. */
  private static final int SLIP = 4;
  private static final Set<String> WEB = Set.of("http", "https");

  private final String path;
  private final ConfigObject object;
  private final List<String> problems;

  Section(String path, ConfigObject object, List<String> problems) {
    this.path = path;
    this.object = object;
    this.problems = problems;
  }

  /** Every other key is a problem. */
  Section knows(String... keys) {
    object.forEach((key, value) -> {
      if (!Arrays.asList(keys).contains(key)) {
        String fix = Arrays.stream(keys)
            .min(Comparator.comparingInt(known -> Spelling.distance(known, key)))
            .filter(known -> Spelling.distance(known, key) < SLIP)
            .map(known -> "did you mean " + known + "?")
            .orElse("known are " + String.join(", ", keys));
        problem(value.origin(), name(key) + " is not a known key: " + fix);
      }
    });
    return this;
  }

  /** A text that must be there; empty when it is not. */
  String text(String key) {
    ConfigValue value = object.get(key);
    if (value == null) {
      problem(object.origin(), name(key) + " is missing: add it");
      return "";
    }
    if (value.valueType() == ConfigValueType.OBJECT || value.valueType() == ConfigValueType.LIST) {
      wrong(value, key, "give a text");
      return "";
    }
    return String.valueOf(value.unwrapped());
  }

  /** A text that must look like that. */
  String text(String key, Pattern form, String fix) {
    String text = text(key);
    if (!text.isEmpty() && !form.matcher(text).matches()) {
      wrong(key, fix);
    }
    return text;
  }

  /** An http or https address without the slash at its end. */
  URI url(String key) {
    String text = text(key);
    Optional<URI> url = url(text, WEB);
    if (url.isEmpty() && !text.isEmpty()) {
      wrong(key, "give an address such as http://127.0.0.1:8080");
    }
    return url.orElse(URI.create(""));
  }

  /** One address or several, with one of these schemes, without slashes at their ends. */
  List<URI> urls(String key, Set<String> schemes, String fix) {
    List<String> texts = object.get(key) instanceof ConfigList ? words(key) : List.of(text(key));
    List<URI> urls = texts.stream()
        .filter(text -> !text.isEmpty())
        .flatMap(text -> url(text, schemes).stream())
        .toList();
    if (object.containsKey(key) && (urls.isEmpty() || urls.size() < texts.size())) {
      wrong(key, fix);
    }
    return urls;
  }

  private static Optional<URI> url(String text, Set<String> schemes) {
    try {
      URI url = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      boolean known = url.getScheme() != null && schemes.contains(url.getScheme()) && url.getHost() != null;
      return known ? Optional.of(url) : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  /** An address to be called, or a list of words to be run. */
  Hook hook(String key) {
    return object.get(key) instanceof ConfigList ? new Hook.Command(words(key)) : new Hook.Call(url(key));
  }

  /** A whole number, 0 or more, that must be there when no other is given. */
  long number(String key, Optional<Long> otherwise) {
    if (otherwise.isPresent() && !object.containsKey(key)) {
      return otherwise.get();
    }
    String text = text(key);
    try {
      if (!text.isEmpty() && Long.parseLong(text) >= 0) {
        return Long.parseLong(text);
      }
    } catch (NumberFormatException _) {
      // told below
    }
    if (!text.isEmpty()) {
      wrong(key, "give a whole number, 0 or more");
    }
    return 0;
  }

  /** {@code true} or {@code false}; false when it is not there. */
  boolean flag(String key) {
    String text = object.containsKey(key) ? text(key) : "false";
    if (!text.equals("true") && !text.equals("false")) {
      wrong(key, "give true or false");
    }
    return text.equals("true");
  }

  /** An object inside of this one, when it is there. */
  Optional<Section> section(String key) {
    ConfigValue value = object.get(key);
    if (value instanceof ConfigObject inner) {
      return Optional.of(new Section(name(key), inner, problems));
    }
    if (value != null) {
      wrong(value, key, "give an object in braces");
    }
    return Optional.empty();
  }

  /** A list of words, empty when it is not there. */
  List<String> words(String key) {
    ConfigValue value = object.get(key);
    return switch (value) {
      case null -> List.of();
      case List<?> list -> list.stream().map(word -> String.valueOf(((ConfigValue) word).unwrapped())).toList();
      default -> {
        wrong(value, key, "give a list in brackets");
        yield List.of();
      }
    };
  }

  /** The keys, in alphabetical order. */
  List<String> keys() {
    return object.keySet().stream().sorted().toList();
  }

  /** The value of a key cannot be used. */
  void wrong(String key, String fix) {
    wrong(object.getOrDefault(key, object), key, fix);
  }

  private void wrong(ConfigValue value, String key, String fix) {
    String shown = key.equals("password") ? "***" : value.render(ConfigRenderOptions.concise());
    problem(value.origin(), name(key) + " = " + shown + " cannot be used: " + fix);
  }

  /** Something is wrong with this object as a whole. */
  void problem(String what) {
    problem(object.origin(), what);
  }

  private void problem(ConfigOrigin origin, String what) {
    problems.add(Spelling.place(origin) + ": " + what);
  }

  private String name(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
