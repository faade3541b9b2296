package contract;

import java.util.List;

import org.web3j.abi.datatypes.DynamicStruct;
import org.web3j.abi.datatypes.StaticStruct;

/** The hashes of Nitro 1 (nitro-protocol 0.10.1), which the original server wallet uses. */
public final class NitroV1 {

  private NitroV1() {}

  /** The id of a channel, 32-byte hex with 0x. */
  public static String channelId(long chainId, FixedPart fixed) {
    return Abi.hex(Abi.hash(Abi.number(chainId), Abi.addresses(fixed.participants()), Abi.number(fixed.nonce())));
  }

  /** The hash of an outcome: 32 bytes. */
  public static byte[] outcomeHash(List<Exit> outcome) {
    List<DynamicStruct> exits = outcome.stream()
        .map(exit -> Abi.tuple(Abi.address(exit.asset()), Abi.bytes(content(exit.shares()))))
        .toList();
    return Abi.hash(Abi.bytes(Abi.encode(Abi.tuples(exits))));
  }

  /** The hash of what the app alone looks at: 32 bytes. */
  public static byte[] appPartHash(FixedPart fixed, String appData) {
    return Abi.hash(Abi.number(fixed.challengeDuration()), Abi.address(fixed.appDefinition()),
        Abi.bytes(Abi.parse(appData)));
  }

  /** What participants sign: 32 bytes. */
  public static byte[] stateHash(long chainId, FixedPart fixed, VariablePart variable) {
    return Abi.hash(Abi.number(variable.turnNum()), Abi.flag(variable.isFinal()), Abi.word(channelId(chainId, fixed)),
        Abi.word(appPartHash(fixed, variable.appData())), Abi.word(outcomeHash(variable.outcome())));
  }

  private static byte[] content(List<Share> shares) {
    List<StaticStruct> rows = shares.stream()
        .map(share -> new StaticStruct(Abi.word(share.destination()), Abi.number(share.amount())))
        .toList();
    return Abi.encode(Abi.tuple(Abi.number(0), Abi.bytes(Abi.encode(Abi.rows(rows)))));
  }
}
