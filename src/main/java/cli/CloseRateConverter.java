package cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Closes per second; {@code all} is infinity. */
final class CloseRateConverter implements ITypeConverter<Double> {

  @Override
  public Double convert(String text) {
    if (text.equals("all")) {
      return Double.POSITIVE_INFINITY;
    }
    try {
      double rate = Double.parseDouble(text);
      if (rate >= 0 && Double.isFinite(rate)) {
        return rate;
      }
    } catch (NumberFormatException _) {
      // told below
    }
    throw new TypeConversionException("\"" + text + "\" is no rate: give closes per second, for example 0.5, or all");
  }
}
