package rig.chain;

import account.Account;
import contract.Calldata;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.web3j.crypto.Hash;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.Sign;
import org.web3j.crypto.TransactionEncoder;

/**
 * A transaction before it is signed (EIP-1559). It pays no fee: on the local chain what is paid in and out then adds up to
 * the wei.
 *
 * @param to the contract it calls; null deploys one
 */
record Transaction(long chainId, long nonce, @Nullable String to, Calldata call) {

  /** As a node takes it: hex with 0x. */
  String signedBy(Account sender) {
    RawTransaction raw = RawTransaction.createTransaction(chainId, BigInteger.valueOf(nonce),
        BigInteger.valueOf(call.gasLimit()), to, call.value(), call.data(), BigInteger.ZERO, BigInteger.ZERO);
    byte[] signature = sender.signRaw(Hash.sha3(TransactionEncoder.encode(raw)));
    var parts = new Sign.SignatureData(signature[64], Arrays.copyOfRange(signature, 0, 32),
        Arrays.copyOfRange(signature, 32, 64));
    return "0x" + HexFormat.of().formatHex(TransactionEncoder.encode(raw, parts));
  }

  /** The hash by which a node names a signed transaction: 32-byte hex with 0x. */
  static String hash(String signed) {
    return Hash.sha3(signed);
  }
}
