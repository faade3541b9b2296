package protocol.rpc.read;

import java.util.Set;

/**
 * A method of the mix.
 *
 * @param name its row in reports
 * @param method for example {@code eth_getBalance}
 * @param weight its share of the mix is this over the sum of all weights; above 0
 * @param params what it is asked with
 */
public record Method(String name, String method, double weight, Params params) {

  /** What a node answers the same however old the chain is. */
  private static final Set<String> CONSTANT = Set.of("eth_chainId", "net_version", "web3_sha3");

  /** Whether its answer can never be another one: see {@link Params#arePinned}. */
  boolean isPinned(boolean comparing) {
    return CONSTANT.contains(method) || params.arePinned(comparing);
  }

  /** Whether it can be asked of any chain, even of one on which nothing has happened. */
  public boolean isAlwaysThere() {
    return params.needs().stream().map(Placeholder::thing).allMatch("block"::equals);
  }
}
