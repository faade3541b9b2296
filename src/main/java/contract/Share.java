package contract;

import java.math.BigInteger;

/**
 * What one destination gets when a channel ends.
 *
 * @param destination 32-byte hex with 0x: 12 zero bytes and an address, or the id of another channel
 * @param amount in the asset's smallest unit (wei), 0 or more
 */
public record Share(String destination, BigInteger amount) {}
