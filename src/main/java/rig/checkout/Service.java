package rig.checkout;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The three services of a checkout. */
enum Service {
  ORDER("/orders"), STOCK("/stock"), PAYMENT("/payment", "/users");

  private final List<String> folders;

  Service(String... folders) {
    this.folders = List.of(folders);
  }

  /** How the paths begin that are its own. */
  List<String> folders() {
    return folders;
  }

  /** As endpoints and addresses name it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Service> named(String word) {
    return Arrays.stream(values()).filter(service -> service.word().equals(word)).findFirst();
  }
}
