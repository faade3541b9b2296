package rig.wallet;

import contract.ChainEvent;
import contract.Exit;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rig.wallet.channel.Channel;
import rig.wallet.channel.Funding;
import rig.wallet.channel.Mark;
import rig.wallet.channel.Outcomes;
import rig.wallet.channel.Status;

/**
 * Brings directly funded channels on chain and back: deposits, conclusions and what comes of them.
 *
 * <p>Never waits for a block: it sends, and goes on when the chain tells what has happened.
 */
final class ChainDesk {

  private static final Logger LOG = LoggerFactory.getLogger(ChainDesk.class);
  /** The first participant concludes; when nothing comes of it for that many inquiries, the others do too. */
  private static final int PATIENCE = 5;

  private final Books books;
  private final ChainLink chain;
  private final Disputes disputes;
  private final Transactions transactions = new Transactions();
  private final Map<String, Map<String, BigInteger>> holdings = new ConcurrentHashMap<>();

  ChainDesk(Books books, ChainLink chain) {
    this.books = books;
    this.chain = chain;
    this.disputes = new Disputes(books, chain, transactions);
  }

  Disputes disputes() {
    return disputes;
  }

  /** Looks at a channel that has changed: it may want a deposit or a payout now. */
  void changed(Channel after) {
    if (isOnChain(after)) {
      if (after.status() == Status.CLOSED) {
        holdings.remove(after.terms().channelId());
        transactions.forget(after.terms().channelId());
      } else if (after.awaitsFunding() || after.isFinalized()) {
        books.later(() -> act(after, after.me() == 0));
      }
    }
  }

  /** Takes notice of what happened on chain. */
  void happened(ChainEvent event) {
    switch (event) {
      case ChainEvent.Deposited deposited -> {
        held(event.channelId()).put(deposited.asset(), deposited.held());
        books.changeLater(event.channelId(), this::marked);
      }
      case ChainEvent.AllocationUpdated paid -> books.changeLater(event.channelId(), channel -> paid(channel, paid));
      case ChainEvent.ChallengeRegistered challenge -> disputes.registered(challenge);
      case ChainEvent.ChallengeCleared cleared -> disputes.cleared(cleared);
      case ChainEvent.Concluded concluded -> LOG.debug("channel {} is concluded", concluded.channelId());
    }
  }

  /** Asks the chain about a channel that makes no progress: events may have been missed while the wallet was away. */
  void recheck(Slot slot) {
    Channel channel = slot.channel();
    if (isOnChain(channel)) {
      try {
        refresh(slot);
        boolean decided = disputes.recheck(channel);
        books.changeLater(channel.terms().channelId(), this::marked);
        act(channel, !decided && (channel.me() == 0 || slot.asked() > PATIENCE));
      } catch (IOException e) {
        LOG.debug("the chain does not answer", e);
      }
    }
  }

  private void refresh(Slot slot) throws IOException {
    Channel channel = slot.channel();
    boolean any = false;
    for (Exit exit : channel.newest().state().outcome()) {
      BigInteger amount = chain.client().holdings(channel.terms().channelId(), exit.asset());
      held(channel.terms().channelId()).put(exit.asset(), amount);
      any |= amount.signum() > 0;
    }
    // A peer that has concluded still owes us its signature on the final state, unless it was the chain that decided.
    boolean over = channel.isFinalized() || !channel.has(Mark.CLOSING) || slot.asked() > PATIENCE;
    if (!any && !isWorthless(channel) && channel.has(Mark.FUNDED) && over) {
      books.changeLater(channel.terms().channelId(), funded -> funded.with(Mark.SETTLED));
    }
  }

  private void act(Channel channel, boolean concludes) {
    String id = channel.terms().channelId();
    for (Deposits.Due due : deposits(channel).due()) {
      transactions.once(id, "deposit of " + due.asset(),
          () -> chain.client().deposit(id, due.asset(), due.expectedHeld(), due.amount()));
    }
    if (channel.isFinalized() && !channel.has(Mark.SETTLED)) {
      if (isWorthless(channel) || books.anomalies().contains(Anomaly.WITHHELD_PAYOUT)) {
        books.changeLater(id, worthless -> worthless.with(Mark.SETTLED));
      } else if (concludes) {
        transactions.once(id, "conclusion", () -> chain.client().conclude(channel.newest().onChain(channel.terms())));
      }
    } else if (isWorthless(channel)) {
      books.changeLater(id, this::marked);
    }
  }

  private Channel marked(Channel channel) {
    return channel.has(Mark.FUNDED) ? channel : deposits(channel).marked();
  }

  private Channel paid(Channel channel, ChainEvent.AllocationUpdated paid) {
    List<Exit> outcome = channel.newest().state().outcome();
    Map<String, BigInteger> held = held(channel.terms().channelId());
    held.put(outcome.get(paid.assetIndex()).asset(), paid.holdings().after());
    boolean empty = outcome.stream().allMatch(exit -> held.getOrDefault(exit.asset(), BigInteger.ZERO).signum() == 0);
    return empty && (channel.isFinalized() || channel.has(Mark.CHALLENGED)) ? channel.with(Mark.SETTLED) : channel;
  }

  private Deposits deposits(Channel channel) {
    return new Deposits(channel, held(channel.terms().channelId()));
  }

  private Map<String, BigInteger> held(String channelId) {
    return holdings.computeIfAbsent(channelId, _ -> new ConcurrentHashMap<>());
  }

  private static boolean isOnChain(Channel channel) {
    return channel.terms().funding() instanceof Funding.Direct;
  }

  private static boolean isWorthless(Channel channel) {
    return Outcomes.totals(channel.newest().state().outcome()).values().stream().allMatch(sum -> sum.signum() == 0);
  }
}
