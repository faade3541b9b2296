package simulations;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a run was asked for with {@code -Dname=value}; every mistake is one clear message, before anything is started. */
public final class Settings {

  private final Map<String, String> asked = new TreeMap<>();
  private final Map<String, String> preferred = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  Settings() {}

  /** A word or a path. */
  public String text(String name, String otherwise) {
    return given(name).orElse(otherwise);
  }

  /** A word or a path that may be left out. */
  public Optional<String> given(String name) {
    Optional<String> value = Optional.ofNullable(System.getProperty(name, preferred.get(name)))
        .filter(text -> !text.isBlank());
    value.ifPresent(text -> asked.put(name, text));
    return value;
  }

  /** What a simulation takes when nothing else is given. */
  public void prefer(String name, String value) {
    preferred.put(name, value);
  }

  /** A number above 0, such as users per second. */
  public double rate(String name, double otherwise) {
    return read(name, otherwise, "a number above 0", text -> {
      double value = Double.parseDouble(text);
      return value > 0 && Double.isFinite(value) ? value : null;
    });
  }

  /** A whole number, 0 or more. */
  public long number(String name, long otherwise) {
    return read(name, otherwise, "a whole number, 0 or more", text -> {
      long value = Long.parseLong(text);
      return value >= 0 ? value : null;
    });
  }

  /** A moment, in milliseconds since 1970; none when none is given. */
  public Optional<Instant> moment(String name) {
    return read(name, "milliseconds since 1970, above 0", text -> {
      long millis = Long.parseLong(text);
      if (millis <= 0) {
        throw new IllegalArgumentException(text);
      }
      return Instant.ofEpochMilli(millis);
    });
  }

  /** How many: a whole number, 1 or more. */
  public int count(String name, int otherwise) {
    return read(name, otherwise, "a whole number, 1 or more", text -> {
      int value = Integer.parseInt(text);
      return value > 0 ? value : null;
    });
  }

  /** A duration with its unit, for example {@code 500ms}, {@code 30s} or {@code 2m}. */
  public Duration duration(String name, Duration otherwise) {
    return read(name, otherwise, "a duration with its unit, for example 500ms, 30s or 2m",
        text -> text.chars().anyMatch(Character::isLetter)
            ? ConfigFactory.parseMap(Map.of("value", text)).getDuration("value")
            : null);
  }

  /** {@code on} or {@code off}. */
  public boolean isOn(String name, boolean otherwise) {
    return read(name, otherwise, "on or off", text -> switch (text) {
      case "on", "true" -> true;
      case "off", "false" -> false;
      case String _ -> null;
    });
  }

  /** One of an enum's values, in lower case. */
  public <E extends Enum<E>> E choice(String name, E otherwise) {
    E[] choices = otherwise.getDeclaringClass().getEnumConstants();
    return read(name, otherwise, "one of " + Arrays.toString(choices).toLowerCase(Locale.ROOT),
        text -> Arrays.stream(choices).filter(choice -> choice.name().equalsIgnoreCase(text)).findFirst().orElse(null));
  }

  /**
   * A text that something else can read, or none.
   *
   * @param expected what to give, for people
   * @param reads throws {@link IllegalArgumentException} when it cannot
   */
  public <T> Optional<T> read(String name, String expected, Function<String, T> reads) {
    return given(name).flatMap(text -> {
      try {
        return Optional.of(reads.apply(text));
      } catch (IllegalArgumentException _) {
        problem("-D" + name + "=" + text + " cannot be used: give " + expected);
        return Optional.empty();
      }
    });
  }

  /** Notes that something the run was given cannot be used; nothing will be sent. */
  public void problem(String problem) {
    problems.add(problem);
  }

  /** Everything that cannot be used. A constructor that throws would lead to a page of stack traces, so the run tells later. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /** The variables of the environment, where secrets are kept; none of them is in the head of the run. */
  public Map<String, String> environment() {
    return System.getenv();
  }

  /** Where the operating system looks for programs. */
  String searchPath() {
    return System.getenv().getOrDefault("PATH", "");
  }

  /** What was given, for the head of the run. */
  @Override
  public String toString() {
    return asked.isEmpty() ? "defaults" : asked.toString();
  }

  private <T> T read(String name, T otherwise, String expected, Function<String, @Nullable T> parse) {
    Optional<String> text = given(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    T value = null;
    try {
      value = parse.apply(text.get());
    } catch (NumberFormatException | ConfigException _) {
      // told below
    }
    if (value == null) {
      problem("-D" + name + "=" + text.get() + " cannot be used: give " + expected);
      return otherwise;
    }
    return value;
  }
}
