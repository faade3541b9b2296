package rig.checkout;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The three services of a checkout. */
enum Service {
  ORDER, STOCK, PAYMENT;

  /** As endpoints and addresses name it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name of its database. */
  String database() {
    return "checkout_" + word();
  }

  static Optional<Service> named(String word) {
    return Arrays.stream(values()).filter(service -> service.word().equals(word)).findFirst();
  }
}
