package invariant;

import com.fasterxml.jackson.databind.JsonNode;
import history.Operation;
import invariant.Channels.Channel;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was deposited for a channel was paid out or is held still, and the adjudicator really has what it holds. */
public final class DepositsArePaidOutOrLocked implements Invariant {

  @Override
  public String title() {
    return "deposits are paid out or locked";
  }

  @Override
  public Examination examine(Evidence evidence) {
    return new Books(evidence.book(Channels.class, Channels::new));
  }

  /** One asset of one channel, in its smallest unit. */
  private static final class Account {

    private final String channelId;
    private final String asset;
    private BigInteger deposited = BigInteger.ZERO;
    private BigInteger paid = BigInteger.ZERO;
    private @Nullable BigInteger held;

    Account(String channelId, String asset) {
      this.channelId = channelId;
      this.asset = asset;
    }

    BigInteger locked() {
      return deposited.subtract(paid);
    }
  }

  private static final class Books implements Examination {

    private final Findings findings = new Findings("contradiction");
    private final Channels channels;
    private final Map<String, Account> accounts = new TreeMap<>();
    private final Set<String> read = new TreeSet<>();
    private @Nullable BigInteger adjudicator;
    private boolean legible = true;

    Books(Channels channels) {
      this.channels = channels;
    }

    @Override
    public void see(Operation operation) {
      JsonNode answered = operation.answered();
      switch (operation.kind()) {
        case Kinds.READ_DEPOSITS, Kinds.READ_PAYOUTS, Kinds.READ_HOLDINGS, Kinds.READ_ADJUDICATOR -> {
          if (!operation.ok()) {
            findings.open(operation.kind() + " failed: " + operation.outcome());
            return;
          }
          read.add(operation.kind());
          answered.path("deposits").forEach(this::deposit);
          answered.path("payouts").forEach(this::payout);
          if (answered.has("holdings")) {
            account(operation.entity(), answered).held = amount(answered, "holdings");
          }
          adjudicator = answered.has("balance") ? amount(answered, "balance") : adjudicator;
        }
        default -> {
          // not about the chain
        }
      }
    }

    private void deposit(JsonNode deposit) {
      Account account = account(deposit.path("channelId").asText(), deposit);
      account.deposited = account.deposited.add(amount(deposit, "amount"));
    }

    private void payout(JsonNode payout) {
      Account account = account(payout.path("channelId").asText(), payout);
      account.paid = account.paid.add(amount(payout, "initialHoldings").subtract(amount(payout, "finalHoldings")));
    }

    private Account account(String channelId, JsonNode node) {
      String id = channelId.toLowerCase(Locale.ROOT);
      String asset = Money.lowerCase(node.path("asset"));
      return accounts.computeIfAbsent(id + asset, _ -> new Account(id, asset));
    }

    private BigInteger amount(JsonNode node, String field) {
      Optional<BigInteger> amount = Money.amount(node.path(field));
      if (amount.isEmpty()) {
        findings.open("not an amount: " + field + " in " + node);
        legible = false;
      }
      return amount.orElse(BigInteger.ZERO);
    }

    @Override
    public Verdict verdict() {
      accounts.values().forEach(this::judge);
      for (String kind : new String[] {Kinds.READ_DEPOSITS, Kinds.READ_PAYOUTS, Kinds.READ_ADJUDICATOR}) {
        if (!read.contains(kind)) {
          findings.open(kind + " is missing");
        }
      }
      BigInteger deposited = sum(accounts.values().stream().map(account -> account.deposited));
      BigInteger locked = sum(
          accounts.values().stream().filter(account -> account.asset.equals(Money.COIN)).map(Account::locked));
      if (adjudicator != null) {
        findings.checked();
        if (!adjudicator.equals(locked)) {
          contradiction(settled(),
              "the adjudicator's balance changed by " + adjudicator + " wei, deposits less payouts are " + locked);
        }
      }
      return findings.verdict(deposited + " wei deposited for " + Findings.count(accounts.size(), "channel") + ", "
          + locked + " of it still locked");
    }

    /** A payout without a deposit belongs to a channel from before the run. */
    private void judge(Account account) {
      String channel = "channel " + account.channelId;
      if (account.deposited.signum() == 0) {
        return;
      }
      if (account.held == null) {
        findings.open("the holdings of " + channel + " were not read");
        return;
      }
      findings.checked();
      if (!account.held.equals(account.locked())) {
        contradiction(settled(channels.byId(account.channelId)), channel + ": " + account.deposited + " deposited, "
            + account.paid + " paid out, " + account.held + " held");
      }
    }

    /** Reads at different moments may differ where something can still move; elsewhere they must not. */
    private void contradiction(boolean certain, String witness) {
      if (certain && legible) {
        findings.broken(witness);
      } else {
        findings.open(witness);
      }
    }

    private boolean settled() {
      return accounts.values().stream().allMatch(account -> settled(channels.byId(account.channelId)))
          && channels.all().stream().allMatch(Books::settled);
    }

    private static boolean settled(@Nullable Channel channel) {
      return channel != null && !channel.unsure;
    }

    private static BigInteger sum(Stream<BigInteger> amounts) {
      return amounts.reduce(BigInteger.ZERO, BigInteger::add);
    }
  }
}
