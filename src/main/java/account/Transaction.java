package account;

import account.Kind.Access;
import account.Kind.AccessList;
import account.Kind.Blobs;
import account.Kind.FeeMarket;
import account.Kind.Legacy;
import account.Kind.SetCode;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.web3j.crypto.Hash;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.Sign;
import org.web3j.crypto.TransactionEncoder;

/**
 * A transaction before it is signed.
 *
 * @param chainId the only chain that will take it, 1 or more
 * @param nonce how many transactions its sender has sent before it
 * @param call what it does
 * @param fees what it offers for gas
 * @param kind which of Ethereum's kinds it is
 */
public record Transaction(long chainId, long nonce, Call call, Fees fees, Kind kind) {

  /** A transaction as given. */
  public Transaction {
    if (call.to() == null && (kind instanceof Blobs || kind instanceof SetCode)) {
      throw new IllegalArgumentException(
          "a transaction with blobs or authorizations deploys nothing: name whom it goes to");
    }
  }

  /** One of the usual kind: EIP-1559, touching whatever it likes. */
  public static Transaction of(long chainId, long nonce, Call call, Fees fees) {
    return new Transaction(chainId, nonce, call, fees, Kind.PLAIN);
  }

  /** The same, offering more; see {@link Fees#raised}. */
  public Transaction raised(int percent) {
    Kind offering = kind instanceof Blobs(BigInteger fee, List<Blob> blobs)
        ? new Blobs(Fees.raised(fee, percent), blobs)
        : kind;
    return new Transaction(chainId, nonce, call, fees.raised(percent), offering);
  }

  /** Signs it; from here on it can be sent by anybody. */
  public SignedTransaction signedBy(Account sender) {
    boolean legacy = kind instanceof Legacy;
    RawTransaction body = body();
    byte[] payload = legacy ? TransactionEncoder.encode(body, chainId) : TransactionEncoder.encode(body);
    Sign.SignatureData signature = parts(sender.signRaw(Hash.sha3(payload)));
    if (legacy) {
      signature = TransactionEncoder.createEip155SignatureData(signature, chainId);
    }
    byte[] encoded = TransactionEncoder.encode(body, signature);
    // A transaction is known by what stands in a block, where its blobs do not.
    byte[] sent = kind instanceof Blobs carried ? withBlobs(carried, encoded, signature) : encoded;
    return new SignedTransaction(this, sender.address(), hex(sent), hex(Hash.sha3(encoded)));
  }

  private RawTransaction body() {
    BigInteger count = BigInteger.valueOf(nonce);
    BigInteger gas = BigInteger.valueOf(call.gasLimit());
    return switch (kind) {
      case Legacy() -> RawTransaction.createTransaction(count, fees.max(), gas, call.to(), call.value(), call.data());
      case AccessList(List<Access> accesses) -> RawTransaction.createTransaction(chainId, count, fees.max(), gas,
          call.to(), call.value(), call.data(), Encoded.accesses(accesses));
      case FeeMarket(List<Access> accesses) -> RawTransaction.createTransaction(chainId, count, gas, call.to(),
          call.value(), call.data(), fees.tip(), fees.max(), Encoded.accesses(accesses));
      case Blobs(BigInteger blobFee, List<Blob> blobs) -> RawTransaction.createTransaction(chainId, count, fees.tip(),
          fees.max(), gas, call.to(), call.value(), call.data(), blobFee, Encoded.versionedHashes(blobs));
      case SetCode(List<Access> accesses, List<Authorization> authorizations) ->
        RawTransaction.createTransaction(chainId, count, fees.tip(), fees.max(), gas, call.to(), call.value(),
            call.data(), Encoded.accesses(accesses), authorizations.stream().map(Authorization::encoded).toList());
    };
  }

  private byte[] withBlobs(Blobs carried, byte[] bare, Sign.SignatureData signature) {
    List<Blob> blobs = carried.blobs();
    BigInteger count = BigInteger.valueOf(nonce);
    BigInteger gas = BigInteger.valueOf(call.gasLimit());
    return switch (blobs.getFirst().form()) {
      case BARE -> bare;
      case PROOF_PER_BLOB -> TransactionEncoder.encode(RawTransaction.createTransaction(Encoded.data(blobs),
          Encoded.commitments(blobs), Encoded.proofs(blobs), chainId, count, fees.tip(), fees.max(), gas, call.to(),
          call.value(), call.data(), carried.maxFeePerBlobGas(), Encoded.versionedHashes(blobs)), signature);
      case PROOF_PER_CELL ->
        TransactionEncoder.encode(RawTransaction.createTransaction(Encoded.data(blobs), Encoded.commitments(blobs),
            Encoded.proofs(blobs), BigInteger.ONE, chainId, count, fees.tip(), fees.max(), gas, call.to(), call.value(),
            call.data(), carried.maxFeePerBlobGas(), Encoded.versionedHashes(blobs)), signature);
    };
  }

  private static Sign.SignatureData parts(byte[] signature) {
    return new Sign.SignatureData(signature[64], Arrays.copyOfRange(signature, 0, 32),
        Arrays.copyOfRange(signature, 32, 64));
  }

  private static String hex(byte[] bytes) {
    return "0x" + HexFormat.of().formatHex(bytes);
  }
}
