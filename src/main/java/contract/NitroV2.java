package contract;

import java.util.List;

import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.DynamicStruct;
import org.web3j.abi.datatypes.Utf8String;

/** The hashes of Nitro 2.0 (nitro-protocol 2.0.1-alpha.6, go-nitro), which our adjudicator and wallets use. */
public final class NitroV2 {

  private static final byte[] NO_BYTES = {};

  private NitroV2() {}

  /** The id of a channel, 32-byte hex with 0x. */
  public static String channelId(FixedPart fixed) {
    return Abi.hex(Abi.hash(Abi.addresses(fixed.participants()), Abi.number(fixed.nonce()),
        Abi.address(fixed.appDefinition()), Abi.number(fixed.challengeDuration())));
  }

  /**
   * What participants sign.
   *
   * @param channelId 32-byte hex with 0x; given, because it is the same for each turn
   * @return 32 bytes
   */
  public static byte[] stateHash(String channelId, VariablePart variable) {
    return Abi.hash(Abi.word(channelId), Abi.bytes(Abi.parse(variable.appData())), outcome(variable.outcome()),
        Abi.number(variable.turnNum()), Abi.flag(variable.isFinal()));
  }

  /** What a challenger signs beside the state itself: 32 bytes. */
  public static byte[] challengeHash(byte[] stateHash) {
    return Abi.hash(Abi.word(stateHash), new Utf8String("forceMove"));
  }

  static DynamicArray<DynamicStruct> outcome(List<Exit> outcome) {
    return Abi.tuples(outcome.stream()
        .map(exit -> Abi.tuple(Abi.address(exit.asset()), Abi.tuple(Abi.number(0), Abi.bytes(NO_BYTES)),
            Abi.tuples(exit.shares().stream().map(NitroV2::share).toList())))
        .toList());
  }

  private static DynamicStruct share(Share share) {
    return Abi.tuple(Abi.word(share.destination()), Abi.number(share.amount()), Abi.number(0), Abi.bytes(NO_BYTES));
  }
}
