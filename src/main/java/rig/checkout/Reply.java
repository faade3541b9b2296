package rig.checkout;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a service answers to another.
 *
 * @param refused why it cannot be done; null when it is done
 * @param value a price, when one was asked for
 */
record Reply(@Nullable String refused, long value) {

  static final Reply DONE = new Reply(null, 0);

  static Reply refused(String reason) {
    return new Reply(reason, 0);
  }

  static Reply price(long price) {
    return new Reply(null, price);
  }

  Optional<String> refusal() {
    return Optional.ofNullable(refused);
  }
}
