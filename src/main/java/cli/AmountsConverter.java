package cli;

import load.generator.Amounts;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** One amount, {@code 5}, or a range, {@code 100..1000}, in wei. */
final class AmountsConverter implements ITypeConverter<Amounts> {

  @Override
  public Amounts convert(String text) {
    String[] ends = text.strip().split("\\.\\.", 2);
    try {
      return new Amounts(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]));
    } catch (NumberFormatException _) {
      throw new TypeConversionException("\"" + text + "\" is no amount of wei: give for example 5 or 100..1000");
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
