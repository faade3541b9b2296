/**
 * What the chain understands: states and their hashes, calls of our Solidity contracts, and their events.
 *
 * <p>Imports account alone; encodes with web3j. Start reading at {@link contract.SignedState}, then
 * {@link contract.NitroV2} for hashes and {@link contract.Adjudicator} for calls. The contracts' sources are in
 * {@code src/main/solidity}, their compiled form in {@code src/main/resources/contracts} ({@code npm run contracts}).
 */
@NullMarked
package contract;

import org.jspecify.annotations.NullMarked;
