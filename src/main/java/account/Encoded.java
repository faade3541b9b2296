package account;

import account.Kind.Access;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.web3j.crypto.AccessListObject;

/** Our lists in web3j's types. */
final class Encoded {

  private Encoded() {}

  static List<AccessListObject> accesses(List<Access> accesses) {
    return accesses.stream().map(access -> new AccessListObject(access.address(), access.slots())).toList();
  }

  static List<org.web3j.crypto.Blob> data(List<Blob> blobs) {
    return blobs.stream().map(blob -> new org.web3j.crypto.Blob(blob.data())).toList();
  }

  static List<Bytes> commitments(List<Blob> blobs) {
    return blobs.stream().map(Blob::commitment).toList();
  }

  static List<Bytes> proofs(List<Blob> blobs) {
    return blobs.stream().flatMap(blob -> blob.proofs().stream()).toList();
  }

  static List<Bytes> versionedHashes(List<Blob> blobs) {
    return blobs.stream().map(Blob::versionedHash).toList();
  }
}
