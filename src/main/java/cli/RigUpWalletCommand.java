package cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import load.Role;
import load.Roles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import rig.chain.AnvilFinder;
import rig.chain.ChainOptions;
import rig.wallet.Anomaly;
import rig.wallet.WalletRig;
import rig.wallet.WalletRigOptions;
import targets.Endpoint;
import targets.Target;
import targets.TargetJson;

/** {@code broadside rig up wallet}: wallets with their databases and a chain, until Ctrl-C. */
@Command(name = "wallet", mixinStandardHelpOptions = true, usageHelpAutoWidth = true,
    description = "Wallets with their databases and a chain on loopback, until Ctrl-C.")
public final class RigUpWalletCommand implements Callable<Integer> {

  /** Where the wallets settle. */
  private enum Chain {
    ANVIL, NONE
  }

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Mixin
  private final RolesOption roles = new RolesOption();

  @Option(names = "--chain", paramLabel = "CHAIN", defaultValue = "ANVIL",
      description = "anvil: a local chain, for direct funding; or none. Default: anvil.")
  private Chain chain = Chain.ANVIL;

  @Option(names = "--anomaly", paramLabel = "NAME", converter = AnomalyNames.class,
      completionCandidates = AnomalyNames.class,
      description = "A bug to plant, to see an invariant turn red; may be repeated: ${COMPLETION-CANDIDATES}.")
  private final Set<Anomaly> anomalies = EnumSet.noneOf(Anomaly.class);

  @Option(names = "--write-target", paramLabel = "FILE",
      description = "Where to write the target file for simulations. Default: target/wallet-rig.json of the project.")
  private @Nullable Path targetFile;

  /** The project's folder: the launcher may be called from elsewhere. */
  private final Path project = Path.of(System.getProperty("broadside.home", ""));

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Roles who = roles.roles();
    try {
      WalletRig rig = WalletRig.bind(options(who));
      rig.start(line -> print(out, line));
      // Before this point the end of the process is enough: what a half-started rig leaves is swept by its reaper.
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(rig, out), "rig-down"));
      describe(out, who, rig.target());
    } catch (IOException | IllegalStateException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return spec.exitCodeOnExecutionException();
    }
    new CountDownLatch(1).await();
    return spec.exitCodeOnSuccess();
  }

  private WalletRigOptions options(Roles who) {
    WalletRigOptions options = WalletRigOptions.of(who).withAnomalies(anomalies);
    if (chain == Chain.NONE) {
      return options;
    }
    Path anvil = AnvilFinder.find(project, Objects.requireNonNullElse(System.getenv("PATH"), ""))
        .orElseThrow(() -> new ParameterException(spec.commandLine(),
            AnvilFinder.missing().getMessage() + " Or do without: --chain none"));
    return options.withChain(ChainOptions.of(anvil));
  }

  private void describe(PrintWriter out, Roles who, Target target) throws IOException {
    Path file = Objects.requireNonNullElse(targetFile, project.resolve("target/wallet-rig.json"))
        .toAbsolutePath()
        .normalize();
    Files.createDirectories(file.getParent());
    Files.writeString(file,
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(TargetJson.whole(target)));
    for (Role role : who.list()) {
      print(out, "\n" + role.id());
      print(out, "  signs as    " + role.signingAddress());
      print(out, "  paid out to " + role.destination());
      target.endpoints()
          .stream()
          .filter(endpoint -> endpoint.role().equals(role.id()))
          .forEach(endpoint -> endpoint(out, endpoint));
    }
    target.chain().ifPresent(spec -> {
      print(out, "\nchain " + spec.id() + " at " + spec.url());
      print(out, "  adjudicator " + spec.adjudicator());
    });
    print(out, "\ntarget file " + file);
    print(out, "A run against this rig: mvn gatling:test -Dtarget=" + file);
    print(out, "Ctrl-C ends it.");
  }

  private static void endpoint(PrintWriter out, Endpoint endpoint) {
    print(out, "  API         " + endpoint.url());
    endpoint.database()
        .ifPresent(database -> print(out, "  database    " + database.url() + "?user=" + database.user()));
  }

  private static void stop(WalletRig rig, PrintWriter out) {
    rig.close();
    print(out, "The rig is down.");
  }

  private static void print(PrintWriter out, String line) {
    out.println(line);
    out.flush();
  }
}
