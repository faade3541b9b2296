package cli;

import java.math.BigInteger;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import protocol.rpc.transaction.Wei;

/** Amounts of coins with their unit: {@code 0.1 ether}, {@code 2 gwei}, {@code 1000 wei}. */
final class WeiConverter implements ITypeConverter<BigInteger> {

  @Override
  public BigInteger convert(String text) {
    try {
      return Wei.of(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }
}
