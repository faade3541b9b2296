package protocol.engine;

import java.nio.file.Path;

/** Whom to trust when a target speaks TLS. */
public sealed interface Tls {

  /** Whom the JDK trusts. */
  record Platform() implements Tls {}

  /**
   * The certificates of a trust store alone.
   *
   * @param file PKCS #12 or JKS
   * @param password of the file
   */
  record TrustStore(Path file, String password) implements Tls {

    /** Without the password. */
    @Override
    public String toString() {
      return "TrustStore[" + file + "]";
    }
  }

  /** Anybody: for test environments with certificates of their own. */
  record Everybody() implements Tls {}
}
