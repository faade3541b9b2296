package rig.chain;

import account.Account;
import account.Call;
import account.Fees;
import contract.Calldata;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.web3j.crypto.Hash;

/**
 * A transaction before it is signed (EIP-1559). It pays no fee: on the local chain what is paid in and out then adds up to
 * the wei.
 *
 * @param to the contract it calls; null deploys one
 */
record Transaction(long chainId, long nonce, @Nullable String to, Calldata call) {

  private static final Fees FREE = Fees.flat(BigInteger.ZERO);

  /** As a node takes it: hex with 0x. */
  String signedBy(Account sender) {
    var what = new Call(to, call.value(), call.data(), call.gasLimit());
    return account.Transaction.of(chainId, nonce, what, FREE).signedBy(sender).raw();
  }

  /** The hash by which a node names a signed transaction: 32-byte hex with 0x. */
  static String hash(String signed) {
    return Hash.sha3(signed);
  }
}
