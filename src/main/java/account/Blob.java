package account;

import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.web3j.crypto.BlobUtils;

/**
 * Data that a transaction carries beside it, with the proofs that it is what the transaction names (EIP-4844).
 *
 * <p>Making one takes from tens of milliseconds to half a second of processor time; a transaction that is signed again
 * keeps it.
 *
 * @param form which proofs it has
 * @param data 131,072 bytes: 4,096 numbers below the order of BLS12-381
 * @param commitment 48 bytes
 * @param proofs of 48 bytes each
 * @param versionedHash 32 bytes: how the transaction names it
 */
public record Blob(Form form, Bytes data, Bytes commitment, List<Bytes> proofs, Bytes versionedHash) {

  private static final int NUMBERS = 4_096;
  private static final int NUMBER_BYTES = 32;
  /** The first byte of a number stays 0, which keeps it below the order whatever the others are. */
  private static final int PAYLOAD_BYTES = NUMBER_BYTES - 1;

  /** How many bytes of anything go into one blob. */
  public static final int CAPACITY = NUMBERS * PAYLOAD_BYTES;

  /** What goes over the wire beside the transaction. */
  public enum Form {
    /** Nothing, as in a block; no node takes such a transaction from a user. */
    BARE,
    /** One proof for the blob: networks from Cancun on. */
    PROOF_PER_BLOB,
    /** 128 proofs, one for each cell of the blob (EIP-7594): networks from Osaka on. */
    PROOF_PER_CELL
  }

  /**
   * A blob that holds the given bytes, zeros after them.
   *
   * @param payload at most {@link #CAPACITY} bytes
   */
  public static Blob of(byte[] payload, Form form) {
    if (payload.length > CAPACITY) {
      throw new IllegalArgumentException("a blob holds " + CAPACITY + " bytes, not " + payload.length);
    }
    Bytes data = spread(payload);
    var blob = new org.web3j.crypto.Blob(data);
    Bytes commitment = BlobUtils.getCommitment(blob);
    List<Bytes> proofs = switch (form) {
      case BARE -> List.of();
      case PROOF_PER_BLOB -> List.of(BlobUtils.getProof(blob, commitment));
      case PROOF_PER_CELL -> BlobUtils.getCellProofs(blob);
    };
    return new Blob(form, data, commitment, proofs, BlobUtils.kzgToVersionedHash(commitment));
  }

  private static Bytes spread(byte[] payload) {
    var data = new byte[NUMBERS * NUMBER_BYTES];
    for (int from = 0, to = 1; from < payload.length; from += PAYLOAD_BYTES, to += NUMBER_BYTES) {
      System.arraycopy(payload, from, data, to, Math.min(PAYLOAD_BYTES, payload.length - from));
    }
    return Bytes.wrap(data);
  }

  /** What names it; its bytes are many. */
  @Override
  public String toString() {
    return "blob " + versionedHash;
  }
}
