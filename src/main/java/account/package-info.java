/**
 * Who acts and who pays: keys, their signatures, and transactions.
 *
 * <p>Plain Java over libsecp256k1, BouncyCastle and web3j's encoders; imports only targets. Start reading at
 * {@link account.Account}, then {@link account.Transaction}. What is asked of a chain is {@link account.Node}.
 */
@NullMarked
package account;

import org.jspecify.annotations.NullMarked;
