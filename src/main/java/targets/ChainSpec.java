package targets;

import java.net.URI;

/**
 * The chain that the system under test settles on.
 *
 * @param url its JSON-RPC endpoint
 * @param id its chain id
 * @param adjudicator the contract that holds deposits, 20-byte hex with 0x
 * @param deployedAt the block from which the contract's events are read, 0 or more
 * @param allowMainnet whether a main-net chain id is accepted
 */
public record ChainSpec(URI url, long id, String adjudicator, long deployedAt, boolean allowMainnet) {}
