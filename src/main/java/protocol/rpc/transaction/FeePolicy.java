package protocol.rpc.transaction;

import account.Fees;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction offers for gas.
 *
 * @param percentile which of the tips of the last blocks is offered: 10, 25, 50, 75 or 90
 * @param headroom how many times the next block's base fee it can bear, 1 or more
 * @param cap never more than this for a unit of gas, in wei; null for no cap
 * @param given offered whatever the chain says; null for what the chain says
 */
public record FeePolicy(int percentile, BigDecimal headroom, @Nullable BigInteger cap, @Nullable Fees given) {

  /** The median tip, twice the base fee, no cap. */
  public static FeePolicy market() {
    return new FeePolicy(50, BigDecimal.TWO, null, null);
  }

  /** Exactly these, for example {@code 3 gwei} and {@code 1 gwei}. */
  public static FeePolicy given(String max, String tip) {
    return new FeePolicy(50, BigDecimal.ONE, null, new Fees(Wei.of(max), Wei.of(tip)));
  }

  /** The same with another percentile. */
  public FeePolicy percentile(int other) {
    return new FeePolicy(other, headroom, cap, given);
  }

  /** The same, bearing so many times the base fee. */
  public FeePolicy headroom(double times) {
    return new FeePolicy(percentile, BigDecimal.valueOf(times), cap, given);
  }

  /** The same with a cap, for example {@code 200 gwei}; when the base fee alone is above it, nothing is sent. */
  public FeePolicy cap(String most) {
    return new FeePolicy(percentile, headroom, Wei.of(most), given);
  }

  /** What is offered now; empty when that is above the cap. */
  Optional<Fees> fees(Quote quote) {
    if (given != null) {
      return Optional.of(given);
    }
    if (cap != null && quote.baseFee().compareTo(cap) > 0) {
      return Optional.empty();
    }
    BigInteger tip = quote.tip(percentile);
    BigInteger base = new BigDecimal(quote.baseFee()).multiply(headroom)
        .setScale(0, RoundingMode.CEILING)
        .toBigIntegerExact();
    BigInteger max = cap == null ? base.add(tip) : base.add(tip).min(cap);
    return Optional.of(new Fees(max, tip.min(max)));
  }

  /** Whether fees that were raised are still within the cap. */
  boolean allows(Fees fees) {
    return cap == null || fees.max().compareTo(cap) <= 0;
  }
}
