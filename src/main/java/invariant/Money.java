package invariant;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import load.Allocation;

/** Amounts and outcomes as a history spells them. */
final class Money {

  /** The asset that stands for the chain's own coin. */
  static final String COIN = "0x" + "0".repeat(40);

  private Money() {}

  /** An amount in the asset's smallest unit: hex with 0x, or decimal; empty when there is none, or when it is no number. */
  static Optional<BigInteger> amount(JsonNode node) {
    String text = node.asText("");
    try {
      return Optional.of(text.startsWith("0x") ? new BigInteger(text.substring(2), 16) : new BigInteger(text));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  /** An outcome; empty when there is none, or when it cannot be read. */
  static Optional<List<Allocation>> outcome(JsonNode allocations) {
    List<Allocation> outcome = new ArrayList<>(allocations.size());
    for (JsonNode allocation : allocations) {
      List<Allocation.Item> items = new ArrayList<>();
      for (JsonNode item : allocation.path("allocationItems")) {
        Optional<BigInteger> amount = amount(item.path("amount"));
        if (amount.isEmpty()) {
          return Optional.empty();
        }
        items.add(new Allocation.Item(lowerCase(item.path("destination")), amount.get()));
      }
      outcome.add(new Allocation(lowerCase(allocation.path("asset")), List.copyOf(items)));
    }
    return outcome.isEmpty() ? Optional.empty() : Optional.of(outcome);
  }

  /** What an outcome sums to, asset by asset: a text that is equal for equal sums. */
  static String sums(List<Allocation> outcome) {
    Map<String, BigInteger> sums = new TreeMap<>();
    outcome.forEach(allocation -> sums.merge(allocation.asset(), allocation.total(), BigInteger::add));
    return sums.entrySet()
        .stream()
        .map(sum -> sum.getValue() + (sum.getKey().equals(COIN) ? " wei" : " of " + sum.getKey()))
        .collect(Collectors.joining(", "));
  }

  /** All coins of an outcome, in wei. */
  static BigInteger coins(List<Allocation> outcome) {
    return outcome.stream()
        .filter(allocation -> allocation.asset().equals(COIN))
        .map(Allocation::total)
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  /** The coins of an outcome that go to a destination (32-byte lower-case hex), in wei. */
  static BigInteger coins(List<Allocation> outcome, String destination) {
    return outcome.stream()
        .filter(allocation -> allocation.asset().equals(COIN))
        .flatMap(allocation -> allocation.items().stream())
        .filter(item -> item.destination().equals(destination))
        .map(Allocation.Item::amount)
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  static String lowerCase(JsonNode hex) {
    return hex.asText("").toLowerCase(Locale.ROOT);
  }
}
