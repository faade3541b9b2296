package invariant;

import com.fasterxml.jackson.databind.JsonNode;
import history.Operation;
import invariant.Channels.Channel;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import load.Allocation;

/**
 * Each destination has received, to the wei, what the final outcomes of the closed channels give it.
 *
 * <p>What is not known widens the bounds: a channel whose end is unsure may have paid nothing, or all it had, to anybody; so may a channel
 * of somebody else. Within wider bounds nobody can tell; outside of them the invariant is broken whatever the truth is.
 */
public final class PayoutsEqualTheOutcome implements Invariant {

  @Override
  public String title() {
    return "payouts equal the outcome";
  }

  @Override
  public Examination examine(Evidence evidence) {
    return new Books(evidence.book(Channels.class, Channels::new));
  }

  private static final class Books implements Examination {

    private static final String EXTERNAL = "0x" + "0".repeat(24);

    private final Findings findings = new Findings("wrong payout");
    private final Channels channels;
    /** The outcome with which each on-chain channel was closed. */
    private final Map<String, List<Allocation>> closed = new HashMap<>();
    /** All coins of each on-chain channel. */
    private final Map<Channel, BigInteger> coins = new HashMap<>();
    /** What has left each channel on chain. */
    private final Map<String, BigInteger> left = new HashMap<>();
    private final Map<String, BigInteger> received = new TreeMap<>();
    private boolean payoutsRead;

    Books(Channels channels) {
      this.channels = channels;
    }

    @Override
    public void see(Operation operation) {
      JsonNode answered = operation.answered();
      switch (operation.kind()) {
        case Kinds.READ_PAYOUTS -> {
          payoutsRead |= operation.ok();
          answered.path("payouts").forEach(this::payout);
        }
        case Kinds.READ_BALANCE -> balance(operation);
        case Kinds.READ_ROW -> {
          // a row tells no outcome
        }
        default -> {
          // A warm-up's channels are not read again: what was answered then must do.
          funded(operation);
          if (operation.ok() && answered.path("status").asText().equals("closed")) {
            closed(answered);
          }
        }
      }
    }

    private void payout(JsonNode payout) {
      if (Money.lowerCase(payout.path("asset")).equals(Money.COIN)) {
        BigInteger before = Money.amount(payout.path("initialHoldings")).orElse(BigInteger.ZERO);
        BigInteger after = Money.amount(payout.path("finalHoldings")).orElse(BigInteger.ZERO);
        left.merge(Money.lowerCase(payout.path("channelId")), before.subtract(after), BigInteger::add);
      }
    }

    private void balance(Operation read) {
      Optional<BigInteger> before = Money.amount(read.answered().path("before"));
      Optional<BigInteger> after = Money.amount(read.answered().path("after"));
      if (read.ok() && before.isPresent() && after.isPresent()) {
        received.put(read.entity().toLowerCase(Locale.ROOT), after.get().subtract(before.get()));
      } else {
        findings.open("the balance of " + read.entity() + " could not be read: " + read.outcome());
      }
    }

    private void funded(Operation operation) {
      Channel channel = channels.byJob(operation.entity());
      if (channel != null && channel.onChain) {
        Money.outcome(operation.asked().path("allocations"))
            .ifPresent(outcome -> coins.put(channel, Money.coins(outcome)));
      }
    }

    private void closed(JsonNode answered) {
      String id = Money.lowerCase(answered.path("channelId"));
      Channel channel = channels.byId(id);
      if (channel == null || !channel.onChain) {
        return;
      }
      Optional<List<Allocation>> outcome = Money.outcome(answered.path("allocations"));
      if (outcome.isEmpty()) {
        findings.open(channel + " was closed with an outcome that cannot be read");
        return;
      }
      List<Allocation> other = closed.putIfAbsent(id, outcome.get());
      if (other != null && !other.equals(outcome.get())) {
        findings.open(channel + " was closed with two outcomes");
      }
    }

    @Override
    public Verdict verdict() {
      BigInteger slack = slack();
      Set<String> paid = new HashSet<>();
      closed.values().forEach(outcome -> outcome.forEach(allocation -> allocation.items().forEach(item -> {
        if (allocation.asset().equals(Money.COIN) && item.destination().startsWith(EXTERNAL)) {
          paid.add(item.destination());
        }
      })));
      paid.stream()
          .filter(destination -> !received.containsKey(destination))
          .forEach(destination -> findings.open("the balance of " + destination + " was not read"));
      received.forEach((destination, sum) -> compare(destination, sum, slack));
      if (!payoutsRead) {
        findings.open("the payouts of the adjudicator were not read");
      }
      BigInteger total = received.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
      return findings.verdict(total + " wei paid to " + Findings.count(received.size(), "destination") + " from "
          + Findings.count(closed.size(), "closed channel"));
    }

    private void compare(String destination, BigInteger sum, BigInteger slack) {
      BigInteger least = closed.values()
          .stream()
          .map(outcome -> Money.coins(outcome, destination))
          .reduce(BigInteger.ZERO, BigInteger::add);
      findings.checked();
      String witness = destination + " received " + sum + " wei, the outcomes say " + least;
      if (sum.compareTo(least) < 0 || sum.compareTo(least.add(slack)) > 0) {
        findings.broken(witness + (slack.signum() == 0 ? "" : " to " + least.add(slack)));
      } else if (slack.signum() > 0) {
        findings.open(witness + ", and up to " + slack + " more from channels whose end is not known");
      }
    }

    /** What may have been paid besides, at most. */
    private BigInteger slack() {
      BigInteger slack = BigInteger.ZERO;
      for (Channel channel : channels.all()) {
        if (channel.onChain && channel.end != null && !closed.containsKey(channel.id)) {
          slack = slack.add(coins.getOrDefault(channel, BigInteger.ZERO));
        }
      }
      for (Map.Entry<String, BigInteger> payout : left.entrySet()) {
        if (channels.byId(payout.getKey()) == null) {
          slack = slack.add(payout.getValue());
        }
      }
      return slack;
    }
  }
}
