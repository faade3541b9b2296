package cli;

import invariant.workload.Workload;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Workloads as Jepsen spells them: {@code list-append}. */
final class WorkloadNames implements ITypeConverter<Workload>, Iterable<String> {

  @Override
  public Workload convert(String name) {
    return Arrays.stream(Workload.values())
        .filter(workload -> workload.toString().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException(name + " is none of " + String.join(", ", this)));
  }

  @Override
  public Iterator<String> iterator() {
    return Arrays.stream(Workload.values()).map(Workload::toString).iterator();
  }
}
