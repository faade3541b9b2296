package contract;

import java.math.BigInteger;

import org.web3j.abi.datatypes.Type;

/** The calls of {@code Workbench.sol}: what transactions of a load have to do. */
public final class Workbench {

  /** With less, a call may run out of gas before it has begun to burn, which is a revert. */
  public static final long LEAST_BURN = 25_000;
  /** How much less than its limit a call of {@link #burn} may use. */
  public static final long UNBURNT = 200;

  static final String WRITE = Abi.selector("write(uint256)");
  static final String BURN = Abi.selector("burn()");
  static final String REFUSE = Abi.selector("refuse(uint256)");
  static final String REFUSE_WITH_REASON = Abi.selector("refuseWithReason()");

  private static final long DEPLOY_GAS = 400_000;
  private static final long CALL_GAS = 50_000;
  /** A cell that was empty costs 22,100 gas, its key some hundred more. */
  private static final long CELL_GAS = 23_000;

  private Workbench() {}

  /** What deploys one: {@code Workbench}, or {@code LenientWorkbench} for the planted anomaly. */
  public static Calldata deployment(String artifact) {
    return new Calldata(Artifact.named(artifact).bytecode(), BigInteger.ZERO, DEPLOY_GAS);
  }

  /** Writes so many cells that were empty. */
  public static Calldata write(int cells) {
    return call(WRITE, CALL_GAS + CELL_GAS * cells, Abi.number(cells));
  }

  /**
   * Uses up its gas limit but for less than {@link #UNBURNT}.
   *
   * @param gas for the whole transaction, at least {@link #LEAST_BURN}
   */
  public static Calldata burn(long gas) {
    return call(BURN, gas);
  }

  /** Reverts with an error of the contract's own. */
  public static Calldata refuse(long code) {
    return call(REFUSE, CALL_GAS, Abi.number(code));
  }

  /** Reverts with a reason in words. */
  public static Calldata refuseWithReason() {
    return call(REFUSE_WITH_REASON, CALL_GAS);
  }

  private static Calldata call(String selector, long gas, Type<?>... arguments) {
    return new Calldata(selector + Abi.hex(Abi.encode(arguments)).substring(2), BigInteger.ZERO, gas);
  }
}
