package cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
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
import rig.wallet.WalletSettings;
import targets.Target;

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

  @Option(names = "--anomaly", paramLabel = "NAME", converter = WalletAnomalyNames.class,
      completionCandidates = WalletAnomalyNames.class,
      description = "A bug to plant, to see an invariant turn red; may be repeated: ${COMPLETION-CANDIDATES}.")
  private final Set<Anomaly> anomalies = EnumSet.noneOf(Anomaly.class);

  @Option(names = "--challenge-after", paramLabel = "DURATION", converter = DurationConverter.class,
      description = "How long the peer of a channel with money on chain may be silent before a wallet challenges by "
          + "itself: 500ms, 30s, 2m. Default: off, a wallet challenges only when it is asked to.")
  private @Nullable Duration challengeAfter;

  @Option(names = "--write-target", paramLabel = "FILE",
      description = "Where to write the target file for simulations. Default: target/wallet-rig.json of the project.")
  private @Nullable Path targetFile;

  @Override
  public Integer call() throws InterruptedException {
    Roles who = roles.roles();
    var kept = new KeptUp(spec, targetFile);
    return kept.keep(() -> WalletRig.bind(options(who)), target -> describe(kept, who, target));
  }

  /** The wallets that are asked for. */
  WalletRigOptions options(Roles who) {
    WalletRigOptions options = WalletRigOptions.of(who)
        .withAnomalies(anomalies)
        .withSettings(WalletSettings.DEFAULT.challengingAfter(Optional.ofNullable(challengeAfter)));
    if (chain == Chain.NONE) {
      return options;
    }
    Path anvil = AnvilFinder.find(KeptUp.PROJECT, Objects.requireNonNullElse(System.getenv("PATH"), ""))
        .orElseThrow(() -> new ParameterException(spec.commandLine(),
            AnvilFinder.missing().getMessage() + " Or do without: --chain none"));
    return options.withChain(ChainOptions.of(anvil));
  }

  private static void describe(KeptUp kept, Roles who, Target target) {
    for (Role role : who.list()) {
      kept.print("\n" + role.id());
      kept.print("  signs as    " + role.signingAddress());
      kept.print("  paid out to " + role.destination());
      target.endpoints().stream().filter(endpoint -> endpoint.role().equals(role.id())).forEach(kept::endpoint);
    }
    target.chain().ifPresent(chain -> {
      kept.print("\nchain " + chain.id() + " at " + chain.url());
      kept.print("  adjudicator " + chain.adjudicator());
    });
  }
}
