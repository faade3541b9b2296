package cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import rig.wallet.Anomaly;

/** Anomalies as people spell them: {@code withheld-payout}. */
final class AnomalyNames implements ITypeConverter<Anomaly>, Iterable<String> {

  @Override
  public Anomaly convert(String name) {
    return Arrays.stream(Anomaly.values())
        .filter(anomaly -> spelled(anomaly).equals(name.toLowerCase(Locale.ROOT).replace('_', '-')))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException(name + " is none of " + String.join(", ", this)));
  }

  @Override
  public Iterator<String> iterator() {
    return Arrays.stream(Anomaly.values()).map(AnomalyNames::spelled).iterator();
  }

  private static String spelled(Anomaly anomaly) {
    return anomaly.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
