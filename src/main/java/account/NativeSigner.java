package account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bitcoin Core's libsecp256k1, called through the foreign-function API: about a quarter of BouncyCastle's time.
 *
 * <p>The calls are critical ones: they work on Java's arrays where these are, so nothing is copied and no memory of C is
 * needed. Each takes some tens of microseconds, which is as long as a collection may have to wait for it. Loading the
 * class fails with a {@link LinkageError} where there is no library for this machine.
 */
@SuppressWarnings("restricted")
final class NativeSigner implements Signer {

  /** The machines that the library was compiled for; on any other, none of them can be opened. */
  private static final List<String> BUILDS = List.of("linux-x86_64", "linux-aarch64");
  private static final String FOLDER = "/fr/acinq/secp256k1/jni/native/";

  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
  private static final MemoryLayout ADDRESS = ValueLayout.ADDRESS;
  private static final int CONTEXT_NONE = 1;
  private static final int POINT_BYTES = 64;

  private static final SymbolLookup LIBRARY = load();
  private static final MethodHandle SIGN = function("ecdsa_sign_recoverable", ADDRESS, ADDRESS, ADDRESS, ADDRESS,
      ADDRESS, ADDRESS);
  private static final MethodHandle SERIALIZE = function("ecdsa_recoverable_signature_serialize_compact", ADDRESS,
      ADDRESS, ADDRESS, ADDRESS);
  private static final MethodHandle PARSE = function("ecdsa_recoverable_signature_parse_compact", ADDRESS, ADDRESS,
      ADDRESS, INT);
  private static final MethodHandle RECOVER = function("ecdsa_recover", ADDRESS, ADDRESS, ADDRESS, ADDRESS);
  private static final MethodHandle CREATE = function("ec_pubkey_create", ADDRESS, ADDRESS, ADDRESS);
  private static final MethodHandle SERIALIZE_POINT = function("ec_pubkey_serialize", ADDRESS, ADDRESS, ADDRESS,
      ADDRESS, INT);
  private static final int UNCOMPRESSED = 2;
  /** Only read from here on, and so safe to share between threads. */
  private static final MemorySegment CONTEXT = context();

  @Override
  public byte[] sign(byte[] privateKey, byte[] hash) {
    var opaque = new byte[Lengths.SIGNATURE];
    var signature = new byte[Lengths.SIGNATURE];
    var id = new int[1];
    try {
      int signed = (int) SIGN.invokeExact(CONTEXT, of(opaque), of(Lengths.hash(hash)), of(Lengths.key(privateKey)),
          MemorySegment.NULL, MemorySegment.NULL);
      if (signed == 0) {
        throw Lengths.noKey();
      }
      int _ = (int) SERIALIZE.invokeExact(CONTEXT, of(signature), MemorySegment.ofArray(id), of(opaque));
    } catch (Throwable e) {
      throw rethrown(e);
    }
    signature[Lengths.SIGNATURE - 1] = (byte) (Lengths.LOWEST_V + id[0]);
    return signature;
  }

  @Override
  public byte[] publicKey(byte[] privateKey) {
    var point = new byte[POINT_BYTES];
    try {
      if ((int) CREATE.invokeExact(CONTEXT, of(point), of(Lengths.key(privateKey))) == 0) {
        throw Lengths.noKey();
      }
    } catch (Throwable e) {
      throw rethrown(e);
    }
    return coordinates(point);
  }

  @Override
  public byte[] recover(byte[] hash, byte[] signature) {
    int id = Lengths.recoveryId(signature);
    var opaque = new byte[Lengths.SIGNATURE];
    var point = new byte[POINT_BYTES];
    try {
      if ((int) PARSE.invokeExact(CONTEXT, of(opaque), of(signature), id) == 0
          || (int) RECOVER.invokeExact(CONTEXT, of(point), of(opaque), of(Lengths.hash(hash))) == 0) {
        throw Lengths.nobody();
      }
    } catch (Throwable e) {
      throw rethrown(e);
    }
    return coordinates(point);
  }

  private static byte[] coordinates(byte[] point) {
    var uncompressed = new byte[1 + POINT_BYTES];
    long[] length = {uncompressed.length};
    try {
      int _ = (int) SERIALIZE_POINT.invokeExact(CONTEXT, of(uncompressed), MemorySegment.ofArray(length), of(point),
          UNCOMPRESSED);
    } catch (Throwable e) {
      throw rethrown(e);
    }
    return Arrays.copyOfRange(uncompressed, 1, uncompressed.length);
  }

  private static MemorySegment of(byte[] bytes) {
    return MemorySegment.ofArray(bytes);
  }

  /** A method handle may throw anything; these throw only what is unchecked. */
  private static RuntimeException rethrown(Throwable thrown) {
    if (thrown instanceof RuntimeException unchecked) {
      return unchecked;
    }
    if (thrown instanceof Error error) {
      throw error;
    }
    return new IllegalStateException(thrown);
  }

  private static MethodHandle function(String name, MemoryLayout... parameters) {
    return Linker.nativeLinker()
        .downcallHandle(symbol(name), FunctionDescriptor.of(INT, parameters), Linker.Option.critical(true));
  }

  private static MemorySegment symbol(String name) {
    return LIBRARY.find("secp256k1_" + name).orElseThrow(() -> new UnsatisfiedLinkError("libsecp256k1 has no " + name));
  }

  /** A context of our own, blinded by random numbers against whoever measures how long a signature takes. */
  private static MemorySegment context() {
    var create = Linker.nativeLinker()
        .downcallHandle(symbol("context_create"), FunctionDescriptor.of(ValueLayout.ADDRESS, INT));
    try {
      var context = (MemorySegment) create.invokeExact(CONTEXT_NONE);
      var seed = new byte[32];
      new SecureRandom().nextBytes(seed);
      int _ = (int) function("context_randomize", ADDRESS, ADDRESS).invokeExact(context, of(seed));
      return context;
    } catch (Throwable e) {
      throw rethrown(e);
    }
  }

  private static SymbolLookup load() {
    @Nullable
    RuntimeException refused = null;
    for (String build : BUILDS) {
      try (InputStream library = NativeSigner.class.getResourceAsStream(FOLDER + build + "/libsecp256k1-jni.so")) {
        if (library != null) {
          return load(library);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (IllegalArgumentException e) {
        refused = e;
      }
    }
    var error = new UnsatisfiedLinkError(refused == null ? "it is not on the class path (secp256k1-kmp-jni-jvm-linux)"
        : "it was built for " + BUILDS + " alone");
    throw (UnsatisfiedLinkError) error.initCause(refused);
  }

  /** The file is gone once it is open: nothing remains whatever becomes of this process. */
  private static SymbolLookup load(InputStream library) throws IOException {
    Path file = Files.createTempFile("libsecp256k1", ".so");
    try {
      Files.copy(library, file, StandardCopyOption.REPLACE_EXISTING);
      return SymbolLookup.libraryLookup(file, Arena.global());
    } finally {
      Files.delete(file);
    }
  }
}
