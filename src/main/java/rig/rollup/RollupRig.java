package rig.rollup;

import account.Account;
import account.Keyring;
import java.io.IOException;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import rig.Rig;
import rig.chain.ChainOptions;
import rig.chain.LocalNode;
import targets.Capability;
import targets.ChainNodes;
import targets.Target;

/** A real node of one chain, on which the developers' accounts are rich. */
public final class RollupRig implements Rig {

  /** The chain's name. */
  public static final String CHAIN = "l2";

  private static final int RICH = 10;
  private static final BigInteger COINS = BigInteger.TEN.pow(24);

  private final ChainOptions options;
  private @Nullable LocalNode node;

  private RollupRig(ChainOptions options) {
    this.options = options;
  }

  /** A rig that is not started yet: the node chooses its port itself. */
  public static RollupRig bind(ChainOptions options) {
    return new RollupRig(options);
  }

  @Override
  public void start(Consumer<String> progress) throws IOException {
    List<String> rich = Keyring.dev(options.chainId()).accounts(RICH).stream().map(Account::address).toList();
    node = LocalNode.start(options, rich, COINS);
    progress.accept("chain " + options.chainId() + " at " + node.url() + ", a block every "
        + options.blockTime().toMillis() + " ms with room for " + "%,d".formatted(options.gas().limit()) + " gas");
  }

  @Override
  public Set<Capability> capabilities() {
    return options.history() ? EnumSet.of(Capability.REORGANISATION) : EnumSet.noneOf(Capability.class);
  }

  @Override
  public Target target() {
    LocalNode open = node;
    if (open == null) {
      throw new IllegalStateException("the chain is not started");
    }
    return new Target("embedded", "rollup", List.of(), Optional.empty(),
        List.of(ChainNodes.of(CHAIN, options.chainId(), open.url(), open.socket())), capabilities(), Optional.empty());
  }

  @Override
  public void close() {
    if (node != null) {
      node.close();
    }
  }
}
