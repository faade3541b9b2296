package account;

import java.math.BigInteger;
import java.util.List;

/** The kinds of transaction that Ethereum knows, with what only that kind has. */
public sealed interface Kind {

  /** The usual one: EIP-1559, touching whatever it likes. */
  Kind PLAIN = new FeeMarket(List.of());

  /** The oldest, without a type; pays {@link Fees#max} for its gas. Bound to its chain as EIP-155 has it. */
  record Legacy() implements Kind {}

  /** EIP-2930: names what it will touch; pays {@link Fees#max} for its gas. */
  record AccessList(List<Access> accesses) implements Kind {}

  /** EIP-1559: pays the block's base fee and a tip. */
  record FeeMarket(List<Access> accesses) implements Kind {}

  /**
   * EIP-4844: carries blobs, and can deploy nothing.
   *
   * @param maxFeePerBlobGas in wei
   * @param blobs what it carries: from 1 to 6, all in the same form
   */
  record Blobs(BigInteger maxFeePerBlobGas, List<Blob> blobs) implements Kind {

    /** Blobs as given. */
    public Blobs {
      if (blobs.isEmpty() || blobs.stream().map(Blob::form).distinct().count() > 1) {
        throw new IllegalArgumentException("a transaction carries at least one blob, and all of them in the same form");
      }
    }
  }

  /** EIP-7702: lets accounts run a contract's code as their own; can deploy nothing. At least one authorization. */
  record SetCode(List<Access> accesses, List<Authorization> authorizations) implements Kind {}

  /**
   * What a transaction will touch.
   *
   * @param address a contract, 20-byte hex with 0x
   * @param slots 32-byte hex with 0x
   */
  record Access(String address, List<String> slots) {}
}
