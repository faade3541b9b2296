package load;

/**
 * One side of a channel, as the load file names it.
 *
 * @param participantId the wallet's name, for example {@code A}
 * @param signingAddress 20-byte hex, with 0x: who signs states
 * @param destination 32-byte hex, with 0x: where the money goes
 */
public record Participant(String participantId, String signingAddress, String destination) {}
