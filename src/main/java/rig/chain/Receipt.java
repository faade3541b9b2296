package rig.chain;

import java.util.Optional;

/**
 * What became of a transaction.
 *
 * @param succeeded false when it reverted
 * @param block where it stands
 * @param gasUsed by all of it
 * @param deployed the address of the contract it created, 20-byte lower-case hex with 0x
 */
public record Receipt(boolean succeeded, long block, long gasUsed, Optional<String> deployed) {}
