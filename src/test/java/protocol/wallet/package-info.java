/** Tests of the wallet verbs, most of them with wallets that do as they are told. */
@NullMarked
package protocol.wallet;

import org.jspecify.annotations.NullMarked;
