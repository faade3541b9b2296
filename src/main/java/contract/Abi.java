package contract;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;

import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.Address;
import org.web3j.abi.datatypes.Bool;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.DynamicBytes;
import org.web3j.abi.datatypes.DynamicStruct;
import org.web3j.abi.datatypes.StaticStruct;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.generated.Bytes32;
import org.web3j.abi.datatypes.generated.Uint256;
import org.web3j.crypto.Hash;

/**
 * Our values in web3j's types.
 *
 * <p>All numbers become {@code uint256}: narrower ones encode the same. Encoding a state of two shares takes web3j 10 µs
 * of CPU, a seventh of its signature, so there is no encoder of our own.
 */
final class Abi {

  private static final HexFormat HEX = HexFormat.of();

  private Abi() {}

  /** The standard encoding, as {@code abi.encode} gives it. */
  static byte[] encode(Type<?>... values) {
    return HEX.parseHex(FunctionEncoder.encodeConstructor(List.of(values)));
  }

  /** How a call names a function: the first bytes of the hash of its name and types, hex with 0x. */
  static String selector(String signature) {
    return Hash.sha3String(signature).substring(0, 10);
  }

  static byte[] hash(Type<?>... values) {
    return Hash.sha3(encode(values));
  }

  static String hex(byte[] bytes) {
    return "0x" + HEX.formatHex(bytes);
  }

  static byte[] parse(String hex) {
    return HEX.parseHex(hex, 2, hex.length());
  }

  static Bytes32 word(byte[] bytes) {
    return new Bytes32(bytes);
  }

  static Bytes32 word(String hex) {
    return new Bytes32(parse(hex));
  }

  static DynamicBytes bytes(byte[] bytes) {
    return new DynamicBytes(bytes);
  }

  static Uint256 number(long value) {
    return new Uint256(value);
  }

  static Uint256 number(BigInteger value) {
    return new Uint256(value);
  }

  static Bool flag(boolean value) {
    return new Bool(value);
  }

  static Address address(String hex) {
    return new Address(hex);
  }

  static DynamicArray<Address> addresses(List<String> hex) {
    return new DynamicArray<>(Address.class, hex.stream().map(Address::new).toList());
  }

  static DynamicStruct tuple(Type<?>... fields) {
    return new DynamicStruct(fields);
  }

  static DynamicArray<DynamicStruct> tuples(List<DynamicStruct> tuples) {
    return new DynamicArray<>(DynamicStruct.class, tuples);
  }

  /** Tuples of fixed length. */
  static DynamicArray<StaticStruct> rows(List<StaticStruct> rows) {
    return new DynamicArray<>(StaticStruct.class, rows);
  }
}
