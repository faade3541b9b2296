/**
 * Who acts and who pays: keys and their signatures.
 *
 * <p>Plain Java over BouncyCastle and web3j's hashes; imports nothing of Broadside. Start reading at {@link account.Account}.
 */
@NullMarked
package account;

import org.jspecify.annotations.NullMarked;
