package cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations with their unit: {@code 500ms}, {@code 1.5s}, {@code 2m} or {@code 1h}, in whole milliseconds. */
final class DurationConverter implements ITypeConverter<Duration> {

  private static final Pattern DURATION = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,9})?)\\s*(ms|s|m|h)");

  @Override
  public Duration convert(String text) {
    Matcher parts = DURATION.matcher(text.strip());
    if (!parts.matches()) {
      throw new TypeConversionException(
          "\"" + text + "\" is no duration with a unit: give for example 500ms, 20s, 2m or 1h");
    }
    long unit = switch (parts.group(2)) {
      case "ms" -> 1;
      case "s" -> 1000;
      case "m" -> 60_000;
      default -> 3_600_000;
    };
    try {
      return Duration.ofMillis(new BigDecimal(parts.group(1)).multiply(BigDecimal.valueOf(unit)).longValueExact());
    } catch (ArithmeticException _) {
      throw new TypeConversionException("\"" + text + "\" is not a whole number of milliseconds");
    }
  }
}
