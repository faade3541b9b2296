package account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What stands in an accounts file.
 *
 * @param format 1
 * @param target the name of what was under test
 * @param funder who paid and gets back what is left, 20-byte hex with 0x
 * @param children the accounts that got it
 * @param chains what was paid, by chain id
 */
record Books(int format, String target, String funder, List<Child> children, Map<Long, Chain> chains) {

  static final int FORMAT = 1;

  /**
   * An account and its secret.
   *
   * @param address 20-byte hex with 0x
   * @param key 32-byte hex with 0x
   */
  record Child(String address, String key) {

    /** The address alone; a key is never shown. */
    @Override
    public String toString() {
      return address;
    }
  }

  /**
   * The money of one chain.
   *
   * @param before what the funder had before the first payment, in wei
   * @param block the latest block by then
   * @param brought what the first {@code met} children had before they were paid, in wei
   * @param met how many children were asked for that; those after them have been paid nothing here
   * @param disperser the contract that pays many accounts at once, where there is one
   * @param payments all that the funder paid out and brought back, on record before each was sent
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Chain(BigInteger before, long block, BigInteger brought, int met, @Nullable String disperser,
      List<Payment> payments) {

    static Chain begun(BigInteger before, long block) {
      return new Chain(before, block, BigInteger.ZERO, 0, null, List.of());
    }

    Chain meeting(BigInteger more, int all) {
      return new Chain(before, block, brought.add(more), all, disperser, payments);
    }

    Chain with(String contract) {
      return new Chain(before, block, brought, met, contract, payments);
    }

    /** The very same transaction may be sent again: it is one payment. */
    Chain with(List<Payment> more) {
      Map<String, Payment> all = new LinkedHashMap<>();
      payments.forEach(payment -> all.put(payment.hash(), payment));
      more.forEach(payment -> all.putIfAbsent(payment.hash(), payment));
      return new Chain(before, block, brought, met, disperser, List.copyOf(all.values()));
    }

    Chain settled(Map<String, BigInteger> fees) {
      return new Chain(before, block, brought, met, disperser,
          payments.stream()
              .map(payment -> fees.containsKey(payment.hash()) ? payment.withFee(fees.get(payment.hash())) : payment)
              .toList());
    }
  }

  /**
   * A transaction of the funder or of a child.
   *
   * @param hash 32-byte hex with 0x
   * @param from who sent it, 20-byte hex with 0x
   * @param nonce how many the sender had sent before
   * @param value what it moved at most, in wei
   * @param fee what it cost beyond that, in wei; 0 when another one took its place, absent while neither is in a block
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Payment(String hash, String from, long nonce, BigInteger value, @Nullable BigInteger fee) {

    static Payment of(SignedTransaction transaction) {
      Transaction what = transaction.transaction();
      return new Payment(transaction.hash(), transaction.from(), what.nonce(), what.call().value(), null);
    }

    Payment withFee(@Nullable BigInteger paid) {
      return new Payment(hash, from, nonce, value, paid);
    }
  }

  Books with(List<Child> more) {
    List<Child> all = new ArrayList<>(children);
    all.addAll(more);
    return new Books(format, target, funder, all, chains);
  }

  Books with(long chainId, UnaryOperator<@Nullable Chain> change) {
    Map<Long, Chain> all = new TreeMap<>(chains);
    all.put(chainId, change.apply(all.get(chainId)));
    return new Books(format, target, funder, children, all);
  }
}
