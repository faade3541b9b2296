package cli;

import account.Environment;
import java.math.BigInteger;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import protocol.rpc.transaction.Wei;
import targets.ChainNodes;
import targets.ChainSpec;
import targets.Target;
import targets.TargetFile;

/** Options: on which chain, and where its node answers. */
final class PurseOptions {

  @Option(names = {"-t", "--target"}, paramLabel = "NAME|FILE",
      description = "The target: a name in src/test/resources/targets, or a file.")
  private @Nullable String target;

  @Option(names = "--chain", paramLabel = "NAME", description = "Which of the target's chains, when it has several.")
  private @Nullable String chain;

  @Option(names = "--rpc-url", paramLabel = "URL",
      description = "Instead of a target, a node. Default: ETH_RPC_URL or RPC_URL of the environment.")
  private @Nullable String url;

  @Option(names = "--allow-mainnet", description = "Also on chains where money is real.")
  private boolean allowMainnet;

  /** The target as it was given; empty when there is none. */
  String given() {
    return target == null ? "" : target;
  }

  /**
   * The chains that are meant.
   *
   * @throws IllegalArgumentException when none is given, or what is given cannot be used
   * @throws targets.TargetFileException when the target cannot be used
   */
  List<Purse> all(Environment environment) {
    if (target != null && url != null) {
      throw new IllegalArgumentException("--target and --rpc-url both tell where the node is: give one of them");
    }
    if (target != null) {
      return named(of(TargetFile.read(target, targets())));
    }
    URI node = url != null ? address(url)
        : environment.endpoint()
            .orElseThrow(() -> new IllegalArgumentException(
                "nobody says where the chain is: give --target or --rpc-url, or set ETH_RPC_URL"));
    return List.of(new Purse("", "", node, node, OptionalLong.empty(), allowMainnet, Optional.empty()));
  }

  private List<Purse> of(Target found) {
    if (!found.chains().isEmpty()) {
      return found.chains().stream().map(nodes -> of(found.name(), nodes)).toList();
    }
    ChainSpec spec = found.chain()
        .orElseThrow(() -> new IllegalArgumentException("the target " + found.name() + " has no chain"));
    return List.of(new Purse(found.name(), "", spec.url(), spec.url(), OptionalLong.of(spec.id()),
        allowMainnet || spec.allowMainnet(), Optional.empty()));
  }

  private Purse of(String name, ChainNodes nodes) {
    Optional<BigInteger> most = nodes.maxSpend().map(Wei::of);
    return new Purse(name, nodes.name(), nodes.send().getFirst(), nodes.read().getFirst(), OptionalLong.of(nodes.id()),
        allowMainnet || nodes.allowMainnet(), most);
  }

  private List<Purse> named(List<Purse> all) {
    if (chain == null) {
      return all;
    }
    List<Purse> meant = all.stream().filter(purse -> purse.chain().equals(chain)).toList();
    if (meant.isEmpty()) {
      throw new IllegalArgumentException(
          "the target " + all.getFirst().target() + " has no chain " + chain + "; it has " + names(all));
    }
    return meant;
  }

  /** The only one that is meant. */
  Purse one(Environment environment) {
    List<Purse> all = all(environment);
    if (all.size() > 1) {
      throw new IllegalArgumentException(
          "the target " + all.getFirst().target() + " has several chains: add --chain" + " and one of " + names(all));
    }
    return all.getFirst();
  }

  private static String names(List<Purse> all) {
    return all.stream().map(Purse::chain).collect(Collectors.joining(", "));
  }

  /** What cannot be read is not repeated: it may hold a key. */
  private static URI address(String text) {
    try {
      return URI.create(text.strip());
    } catch (IllegalArgumentException _) {
      throw new IllegalArgumentException("--rpc-url is no address: give one such as http://127.0.0.1:8545");
    }
  }

  /** Targets are resources of the tests, which a command does not run with. */
  private static ClassLoader targets() {
    try {
      URL folder = KeptUp.PROJECT.resolve("src/test/resources").toAbsolutePath().toUri().toURL();
      return new URLClassLoader(new URL[] {folder}, PurseOptions.class.getClassLoader());
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
