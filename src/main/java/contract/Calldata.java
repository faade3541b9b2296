package contract;

import java.math.BigInteger;

/**
 * A call of a contract.
 *
 * @param data selector and arguments, hex with 0x
 * @param value coins sent with it, in wei
 * @param gasLimit an upper bound of the gas it uses, so that nobody has to ask the chain for an estimate
 */
public record Calldata(String data, BigInteger value, long gasLimit) {}
