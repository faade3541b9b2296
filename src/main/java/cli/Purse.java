package cli;

import account.ChainGuard;
import account.FundingRules;
import account.JsonRpcNode;
import account.SpendingCap;
import contract.Disperse;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A chain with its node, and what may be paid there.
 *
 * @param target the target's name; empty when only the node's address is known
 * @param chain the chain's name in the target; empty when it has none
 * @param send where transactions go
 * @param read where everything else is asked
 * @param id the chain that is meant; empty for the one that the node follows
 * @param allowMainnet whether money may be real there
 * @param most the most that may leave the funder, in wei
 */
record Purse(String target, String chain, URI send, URI read, OptionalLong id, boolean allowMainnet,
    Optional<BigInteger> most) {

  JsonRpcNode node() {
    return new JsonRpcNode(send, read, Optional.empty());
  }

  /**
   * How to pay there.
   *
   * @throws IOException when the node does not answer, follows another chain, or money is real there and that is not allowed
   */
  FundingRules rules(JsonRpcNode node) throws IOException {
    long chainId = id.isPresent() ? id.getAsLong() : node.chainId();
    ChainGuard.check(node, chainId, allowMainnet);
    FundingRules rules = FundingRules.of(chainId, most.map(SpendingCap::new).orElseGet(SpendingCap::none))
        .with(new Disperse());
    return allowMainnet ? rules.onMainnet() : rules;
  }

  /** Where it is, without what may be a key. */
  @Override
  public String toString() {
    return (chain.isEmpty() ? "the chain" : "chain " + chain) + " at " + JsonRpcNode.place(read);
  }
}
