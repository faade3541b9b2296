package contract;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;

import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.DynamicStruct;
import org.web3j.abi.datatypes.StaticStruct;
import org.web3j.abi.datatypes.Type;

/** The calls of {@code Adjudicator.sol}, which are those of Nitro 2.0 (nitro-protocol 2.0.1-alpha.6). */
public final class Adjudicator {

  private static final String OUTCOME = "(address,(uint8,bytes),(bytes32,uint256,uint8,bytes)[])[]";
  private static final String SIGNATURE = "(uint8,bytes32,bytes32)";
  private static final String FIXED = "(address[],uint64,address,uint48)";
  static final String SIGNED = "((" + OUTCOME + ",bytes,uint48,bool)," + SIGNATURE + "[])";

  static final String DEPOSIT = Abi.selector("deposit(address,bytes32,uint256,uint256)");
  static final String HOLDINGS = Abi.selector("holdings(address,bytes32)");
  static final String STATUS_OF = Abi.selector("statusOf(bytes32)");
  static final String CONCLUDE = Abi.selector("conclude(" + FIXED + "," + SIGNED + ")");
  static final String CONCLUDE_AND_TRANSFER = Abi
      .selector("concludeAndTransferAllAssets(" + FIXED + "," + SIGNED + ")");
  static final String CHALLENGE = Abi
      .selector("challenge(" + FIXED + "," + SIGNED + "[]," + SIGNED + "," + SIGNATURE + ")");
  static final String CHECKPOINT = Abi.selector("checkpoint(" + FIXED + "," + SIGNED + "[]," + SIGNED + ")");
  static final String TRANSFER = Abi.selector("transferAllAssets(bytes32," + OUTCOME + ",bytes32)");

  private static final long CALL_GAS = 200_000;
  /** A share that goes to a fresh account creates it; one that goes to a channel fills a fresh slot. */
  private static final long SHARE_GAS = 80_000;
  /** Calldata costs at most 40 gas a byte, decoding and hashing it some more. */
  private static final long BYTE_GAS = 60;

  private Adjudicator() {}

  /**
   * Deposits for a channel.
   *
   * @param asset {@link Exit#COIN}, or a token that the sender has approved
   * @param expectedHeld what the channel must hold before, else the call reverts
   * @param amount in the asset's smallest unit
   */
  public static Calldata deposit(String asset, String channelId, BigInteger expectedHeld, BigInteger amount) {
    BigInteger value = asset.equals(Exit.COIN) ? amount : BigInteger.ZERO;
    byte[] arguments = Abi.encode(Abi.address(asset), Abi.word(channelId), Abi.number(expectedHeld),
        Abi.number(amount));
    return new Calldata(DEPOSIT + HexFormat.of().formatHex(arguments), value, CALL_GAS);
  }

  /** Asks what a channel holds; {@link #amount} reads the answer. */
  public static Calldata holdings(String asset, String channelId) {
    return call(HOLDINGS, 0, Abi.address(asset), Abi.word(channelId));
  }

  /** Reads the answer to {@link #holdings}. */
  public static BigInteger amount(String answer) {
    return new BigInteger(answer.substring(2), 16);
  }

  /** Asks what the adjudicator remembers of a channel; {@link #status} reads the answer. */
  public static Calldata statusOf(String channelId) {
    return call(STATUS_OF, 0, Abi.word(channelId));
  }

  /** Reads the answer to {@link #statusOf}. */
  public static Status status(String answer) {
    return Status.of(answer);
  }

  /** Ends a channel with a final state that all have signed, and leaves its money there. */
  public static Calldata conclude(SignedState last) {
    return call(CONCLUDE, 0, fixed(last), signed(last));
  }

  /** Ends a channel with a final state that all have signed, and pays out. */
  public static Calldata concludeAndTransferAllAssets(SignedState last) {
    return call(CONCLUDE_AND_TRANSFER, shares(last.variable().outcome()), fixed(last), signed(last));
  }

  /**
   * Starts the clock: the channel ends with this state unless a later one is shown in time.
   *
   * @param state signed by all
   * @param challengerSignature a participant's over {@link NitroV2#challengeHash}, 65-byte hex with 0x
   */
  public static Calldata challenge(SignedState state, String challengerSignature) {
    return call(CHALLENGE, 0, fixed(state), Abi.tuples(List.of()), signed(state), signature(challengerSignature));
  }

  /** Shows a later state, signed by all, and so clears a challenge. */
  public static Calldata checkpoint(SignedState state) {
    return call(CHECKPOINT, 0, fixed(state), Abi.tuples(List.of()), signed(state));
  }

  /**
   * Pays out a channel whose challenge has expired, or that was concluded without a payout.
   *
   * @param stateHash 32 bytes: of the challenge's state; all zero after {@link #conclude}
   */
  public static Calldata transferAllAssets(String channelId, List<Exit> outcome, byte[] stateHash) {
    return call(TRANSFER, shares(outcome), Abi.word(channelId), NitroV2.outcome(outcome), Abi.word(stateHash));
  }

  private static Calldata call(String selector, int shares, Type<?>... arguments) {
    byte[] encoded = Abi.encode(arguments);
    long gas = CALL_GAS + shares * SHARE_GAS + encoded.length * BYTE_GAS;
    return new Calldata(selector + HexFormat.of().formatHex(encoded), BigInteger.ZERO, gas);
  }

  private static int shares(List<Exit> outcome) {
    return outcome.stream().mapToInt(exit -> exit.shares().size()).sum();
  }

  private static DynamicStruct fixed(SignedState state) {
    FixedPart fixed = state.fixed();
    return Abi.tuple(Abi.addresses(fixed.participants()), Abi.number(fixed.nonce()), Abi.address(fixed.appDefinition()),
        Abi.number(fixed.challengeDuration()));
  }

  private static DynamicStruct signed(SignedState state) {
    VariablePart variable = state.variable();
    DynamicArray<StaticStruct> signatures = Abi.rows(state.signatures().stream().map(Adjudicator::signature).toList());
    return Abi.tuple(Abi.tuple(NitroV2.outcome(variable.outcome()), Abi.bytes(Abi.parse(variable.appData())),
        Abi.number(variable.turnNum()), Abi.flag(variable.isFinal())), signatures);
  }

  private static StaticStruct signature(String hex) {
    byte[] bytes = Abi.parse(hex);
    return new StaticStruct(Abi.number(bytes[64]), Abi.word(hex.substring(0, 66)),
        Abi.word("0x" + hex.substring(66, 130)));
  }
}
