package cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Anomalies of a rig as people spell them: {@code withheld-payout}. */
sealed class AnomalyNames<A extends Enum<A>> implements ITypeConverter<A>, Iterable<String>
    permits WalletAnomalyNames, CheckoutAnomalyNames {

  private final A[] anomalies;

  AnomalyNames(A[] anomalies) {
    this.anomalies = anomalies.clone();
  }

  @Override
  public A convert(String name) {
    return Arrays.stream(anomalies)
        .filter(anomaly -> spelled(anomaly).equals(name.toLowerCase(Locale.ROOT).replace('_', '-')))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException(name + " is none of " + String.join(", ", this)));
  }

  @Override
  public Iterator<String> iterator() {
    return Arrays.stream(anomalies).map(AnomalyNames::spelled).iterator();
  }

  private static String spelled(Enum<?> anomaly) {
    return anomaly.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
