package rig.wallet;

import contract.Exit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rig.wallet.channel.Channel;
import rig.wallet.channel.Funding;
import rig.wallet.channel.Mark;
import rig.wallet.channel.Refusal;
import rig.wallet.channel.Terms;

/** Where channels get their money from and give it back to: a ledger channel, the chain, or nowhere. */
final class Money {

  private static final Logger LOG = LoggerFactory.getLogger(Money.class);

  private final LoanDesk loans;
  private final Optional<ChainDesk> chain;

  Money(LoanDesk loans, Optional<ChainDesk> chain) {
    this.loans = loans;
    this.chain = chain;
  }

  /** Refuses a channel that cannot be funded. */
  void requireFundable(Terms terms, List<Exit> outcome) throws Refusal {
    if (terms.funding() instanceof Funding.Direct && chain.isEmpty()) {
      throw new Refusal(Refusal.Reason.INVALID, "this wallet has no chain to deposit on");
    }
    if (terms.funding() instanceof Funding.Direct) {
      requireCoin(outcome);
    }
    loans.requireFundable(terms, outcome);
  }

  /** A deposit of a token would need its owner's approval first, which this wallet does not give. */
  private static void requireCoin(List<Exit> outcome) throws Refusal {
    for (Exit exit : outcome) {
      if (!exit.asset().equals(Exit.COIN)) {
        throw new Refusal(Refusal.Reason.INVALID,
            "this wallet deposits the chain's own coin (asset " + Exit.COIN + ") only, not " + exit.asset());
      }
    }
  }

  /** Refuses the end of a channel that others wait for. */
  void requireUnawaited(Channel channel) throws Refusal {
    loans.requireUnawaited(channel);
  }

  /** Does what a channel that has changed wants; never blocks. */
  void changed(Channels.Change change) {
    loans.changed(change.before(), change.after());
    chain.ifPresent(desk -> desk.changed(change.after()));
  }

  /** Looks at a channel that makes no progress; may block on the chain. */
  void recheck(Slot slot) {
    loans.recheck(slot.channel());
    chain.ifPresent(desk -> desk.recheck(slot));
  }

  /** Registers the last state that all have signed on chain. */
  void challenge(Channel channel) throws Refusal {
    ChainDesk desk = chain
        .orElseThrow(() -> new Refusal(Refusal.Reason.INVALID, "this wallet has no chain to challenge on"));
    desk.disputes().challenge(channel);
  }

  /** Asks the chain to decide about a channel whose peers have been silent for too long. */
  void challengeSilent(Slot slot, Optional<Duration> patience) {
    Channel channel = slot.channel();
    boolean onChain = channel.terms().funding() instanceof Funding.Direct && channel.has(Mark.DEPOSITED);
    if (onChain && !channel.isFinalized() && patience.filter(most -> slot.silence().compareTo(most) > 0).isPresent()) {
      try {
        challenge(channel);
      } catch (Refusal e) {
        LOG.debug("channel {} is not challenged: {}", channel.terms().channelId(), e.getMessage());
      }
    }
  }
}
