package contract;

import account.Batching;
import account.Call;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;

/** The calls of {@code Disperse.sol}, which pays many accounts at once. */
public final class Disperse implements Batching {

  static final String TOP_UP = Abi.selector("topUp(uint256,address[])");

  /** 200 accounts stay below the 2^24 gas that a transaction may use at most since Osaka (EIP-7825). */
  private static final int ACCOUNTS = 200;
  private static final long DEPLOY_GAS = 400_000;
  private static final long CALL_GAS = 80_000;
  /** A payment that creates its account costs 36,600 gas, calldata and loop some hundred more. */
  private static final long ACCOUNT_GAS = 40_000;

  @Override
  public Call deployment() {
    return new Call(null, BigInteger.ZERO, Artifact.named("Disperse").bytecode(), DEPLOY_GAS);
  }

  @Override
  public int size() {
    return ACCOUNTS;
  }

  @Override
  public Call topUp(String contract, BigInteger level, List<String> accounts, BigInteger value) {
    byte[] arguments = Abi.encode(Abi.number(level), Abi.addresses(accounts));
    return new Call(contract, value, TOP_UP + HexFormat.of().formatHex(arguments),
        CALL_GAS + ACCOUNT_GAS * accounts.size());
  }
}
