package account;

import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses the fastest signer that works on this machine. */
public final class Signers {

  private static final Logger LOG = LoggerFactory.getLogger(Signers.class);
  private static final Signer FASTEST = fastest(NativeSigner::new);

  private Signers() {}

  /** The signer of libsecp256k1; where that does not load, BouncyCastle's, which a warning then tells once. */
  public static Signer fastest() {
    return FASTEST;
  }

  static Signer fastest(Supplier<Signer> nativeSigner) {
    try {
      return nativeSigner.get();
    } catch (LinkageError e) {
      Throwable reason = e.getCause() == null ? e : e.getCause();
      LOG.warn("libsecp256k1 cannot be loaded, so signing takes four times as long: {}", reason.toString());
      return new BouncySigner();
    }
  }
}
