package rig.wallet;

import java.net.URI;

/**
 * Another wallet.
 *
 * @param participantId its name
 * @param signingAddress 20-byte lower-case hex with 0x
 * @param inbox where it takes messages, without a trailing slash
 */
record Peer(String participantId, String signingAddress, URI inbox) {}
