package cli;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import rig.checkout.Anomaly;
import rig.checkout.CheckoutRig;
import rig.checkout.CheckoutRigOptions;
import targets.Dialect;
import targets.Endpoint;
import targets.Hook;
import targets.Target;

/** {@code broadside rig up checkout}: order, stock and payment services with their databases, until Ctrl-C. */
@Command(name = "checkout", mixinStandardHelpOptions = true, usageHelpAutoWidth = true,
    description = "Order, stock and payment services with their databases on loopback, until Ctrl-C.")
public final class RigUpCheckoutCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(names = "--dialect", paramLabel = "DIALECT", defaultValue = "B",
      description = "Which generation of the API: a (2020), b (2021 to 2023) or c (2024). Default: b.")
  private Dialect dialect = Dialect.B;

  @Option(names = "--three-ports", description = "A port for each service. Default: one port in front of all three.")
  private boolean threePorts;

  @Option(names = "--anomaly", paramLabel = "NAME", converter = CheckoutAnomalyNames.class,
      completionCandidates = CheckoutAnomalyNames.class,
      description = "A bug to plant, to see an invariant turn red; may be repeated: ${COMPLETION-CANDIDATES}.")
  private final Set<Anomaly> anomalies = EnumSet.noneOf(Anomaly.class);

  @Option(names = "--write-target", paramLabel = "FILE",
      description = "Where to write the target file for simulations. Default: target/checkout-rig.json of the project.")
  private @Nullable Path targetFile;

  @Override
  public Integer call() throws InterruptedException {
    var kept = new KeptUp(spec, targetFile);
    CheckoutRigOptions options = new CheckoutRigOptions(dialect, !threePorts, anomalies);
    return kept.keep(() -> CheckoutRig.bind(options), target -> describe(kept, target));
  }

  private static void describe(KeptUp kept, Target target) {
    for (Endpoint endpoint : target.endpoints()) {
      kept.print("\n" + endpoint.role());
      kept.endpoint(endpoint);
      endpoint.power().ifPresent(power -> {
        kept.print("  killed by   " + told(power.stop()));
        kept.print("  started by  " + told(power.start()));
      });
    }
  }

  private static String told(Hook hook) {
    return switch (hook) {
      case Hook.Call call -> "POST " + call.url();
      case Hook.Command command -> String.join(" ", command.words());
    };
  }
}
