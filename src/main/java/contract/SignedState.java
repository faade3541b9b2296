package contract;

import java.util.List;

/**
 * A state with its signatures.
 *
 * @param fixed the channel
 * @param variable the turn
 * @param signatures 65-byte hex with 0x (r, s, v), in the order of the participants; the chain wants all of them
 */
public record SignedState(FixedPart fixed, VariablePart variable, List<String> signatures) {}
