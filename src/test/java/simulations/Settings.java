package simulations;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lifecycle.IllegalSetting;

/** What a run was asked for with {@code -Dname=value}; every mistake is one clear message, before anything is started. */
public final class Settings {

  private final Map<String, String> asked = new TreeMap<>();

  Settings() {}

  /** A word or a path. */
  public String text(String name, String otherwise) {
    return given(name).orElse(otherwise);
  }

  /** A word or a path that may be left out. */
  public Optional<String> given(String name) {
    Optional<String> value = Optional.ofNullable(System.getProperty(name)).filter(text -> !text.isBlank());
    value.ifPresent(text -> asked.put(name, text));
    return value;
  }

  /** A number above 0, such as users per second. */
  public double rate(String name, double otherwise) {
    return given(name).map(text -> positive(name, text)).orElse(otherwise);
  }

  /** A whole number, 0 or more. */
  public long number(String name, long otherwise) {
    return given(name).map(text -> whole(name, text)).orElse(otherwise);
  }

  /** A duration with its unit, for example {@code 500ms}, {@code 30s} or {@code 2m}. */
  public Duration duration(String name, String otherwise) {
    String text = text(name, otherwise);
    try {
      if (text.chars().noneMatch(Character::isLetter)) {
        throw wrong(name, text, "a duration with its unit, for example 500ms, 30s or 2m");
      }
      return ConfigFactory.parseMap(Map.of("value", text)).getDuration("value");
    } catch (ConfigException _) {
      throw wrong(name, text, "a duration with its unit, for example 500ms, 30s or 2m");
    }
  }

  /** {@code on} or {@code off}. */
  public boolean isOn(String name, boolean otherwise) {
    return switch (text(name, otherwise ? "on" : "off")) {
      case "on", "true" -> true;
      case "off", "false" -> false;
      case String other -> throw wrong(name, other, "on or off");
    };
  }

  /** One of an enum's values, in lower case. */
  public <E extends Enum<E>> E choice(String name, E otherwise) {
    String text = text(name, otherwise.name());
    E[] choices = otherwise.getDeclaringClass().getEnumConstants();
    return Arrays.stream(choices)
        .filter(choice -> choice.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(() -> wrong(name, text, "one of " + Arrays.toString(choices).toLowerCase(Locale.ROOT)));
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

  private static double positive(String name, String text) {
    try {
      double value = Double.parseDouble(text);
      if (value > 0 && Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException _) {
      // told below
    }
    throw wrong(name, text, "a number above 0");
  }

  private static long whole(String name, String text) {
    try {
      long value = Long.parseLong(text);
      if (value >= 0) {
        return value;
      }
    } catch (NumberFormatException _) {
      // told below
    }
    throw wrong(name, text, "a whole number, 0 or more");
  }

  private static IllegalSetting wrong(String name, String value, String expected) {
    return new IllegalSetting("-D" + name + "=" + value + " cannot be used: give " + expected);
  }
}
