package rig.wallet.channel;

import contract.VariablePart;
import java.util.List;

/**
 * A state as a peer has sent it: nothing about it is verified.
 *
 * @param state what was signed
 * @param signatures 65-byte hex with 0x, in any order
 */
public record Offer(VariablePart state, List<String> signatures) {}
