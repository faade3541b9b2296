package contract;

import java.util.List;

/**
 * What never changes in a channel, and makes its id.
 *
 * @param participants signing addresses in order, 20-byte hex with 0x
 * @param nonce 0 or more
 * @param appDefinition 20-byte hex with 0x
 * @param challengeDuration in seconds, 0 or more
 */
public record FixedPart(List<String> participants, long nonce, String appDefinition, long challengeDuration) {}
