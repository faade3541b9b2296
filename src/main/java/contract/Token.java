package contract;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

import org.web3j.abi.datatypes.Type;

/** The calls of {@code Token.sol}, an ERC-20 token all of which belongs to its deployer at first. */
public final class Token {

  /** All there is, in its smallest unit. */
  public static final BigInteger SUPPLY = BigInteger.TEN.pow(24);

  static final String TRANSFER = Abi.selector("transfer(address,uint256)");
  static final String TRANSFER_TO_ALL = Abi.selector("transferToAll(address[],uint256)");
  static final String HOLDINGS = Abi.selector("holdings(address[])");

  private static final long DEPLOY_GAS = 1_000_000;
  private static final long CALL_GAS = 80_000;
  /** A balance that was 0 costs 22,100 gas, the event and the loop some thousand more. */
  private static final long ACCOUNT_GAS = 32_000;
  private static final int WORD = 64;

  private Token() {}

  /**
   * What accounts have.
   *
   * @param all what the contract says there is
   * @param balances in the order of the accounts that were asked for
   */
  public record Holdings(BigInteger all, List<BigInteger> balances) {}

  /** What deploys one: {@code Token}, or {@code LeakyToken} for the planted anomaly. */
  public static Calldata deployment(String artifact) {
    return new Calldata(Artifact.named(artifact).bytecode(), BigInteger.ZERO, DEPLOY_GAS);
  }

  /** Pays; reverts when there is not enough. */
  public static Calldata transfer(String to, BigInteger amount) {
    return call(TRANSFER, CALL_GAS, Abi.address(to), Abi.number(amount));
  }

  /** Pays each of them so much. 400 accounts stay below the 2^24 gas that a transaction may use at most since Osaka (EIP-7825). */
  public static Calldata transferToAll(List<String> accounts, BigInteger amount) {
    return call(TRANSFER_TO_ALL, CALL_GAS + ACCOUNT_GAS * accounts.size(), Abi.addresses(accounts), Abi.number(amount));
  }

  /** Asks what accounts have, all of one moment; {@link #holdings(String)} reads the answer. */
  public static Calldata holdings(List<String> accounts) {
    return call(HOLDINGS, 0, Abi.addresses(accounts));
  }

  /**
   * Reads the answer to {@link #holdings(List)}.
   *
   * @param answer hex with 0x
   * @throws IllegalArgumentException when it is none
   */
  public static Holdings holdings(String answer) {
    List<BigInteger> words = new ArrayList<>();
    for (int at = 2; at + WORD <= answer.length(); at += WORD) {
      words.add(new BigInteger(answer.substring(at, at + WORD), 16));
    }
    // The total, where the list begins, how long it is, and its elements.
    if (words.size() < 3 || !words.get(2).equals(BigInteger.valueOf(words.size() - 3L))) {
      throw new IllegalArgumentException("these are no holdings: " + answer);
    }
    return new Holdings(words.getFirst(), List.copyOf(words.subList(3, words.size())));
  }

  private static Calldata call(String selector, long gas, Type<?>... arguments) {
    return new Calldata(selector + Abi.hex(Abi.encode(arguments)).substring(2), BigInteger.ZERO, gas);
  }
}
