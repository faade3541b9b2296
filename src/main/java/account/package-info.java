/**
 * Who acts and who pays: keys, signatures, transactions, nonces, and the money of a run.
 *
 * <p>Plain Java over libsecp256k1, BouncyCastle and web3j's encoders; imports only targets. Start reading at
 * {@link account.Account} and {@link account.Transaction}; then {@link account.NonceLane}, which keeps many transactions in
 * flight, and {@link account.Funder}, which pays a run's accounts and brings the money back. What is asked of a chain is
 * {@link account.Node}, and {@link account.JsonRpcNode} asks it.
 */
@NullMarked
package account;

import org.jspecify.annotations.NullMarked;
