package rig.wallet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rig.wallet.channel.Channel;
import rig.wallet.channel.Kind;
import rig.wallet.channel.Mark;
import rig.wallet.channel.Offer;
import rig.wallet.channel.Participation;
import rig.wallet.channel.Refusal;
import rig.wallet.channel.Terms;
import rig.wallet.store.StoreException;
import rig.wallet.wire.Message;

import static java.util.function.Predicate.not;

/**
 * Takes what peers send. Receiving the same twice, late or in another order changes nothing for the worse.
 *
 * <p>The channels of one message are worked on at the same time, so that they reach the disk together; ledger channels after
 * the others, since what they agree to depends on them.
 */
final class Inbox {

  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

  private final Books books;
  private final Post post;
  private final Money money;
  private final boolean joins;

  /** An inbox; {@code joins} when channels that peers propose are joined without asking the owner. */
  Inbox(Books books, Post post, Money money, boolean joins) {
    this.books = books;
    this.post = post;
    this.money = money;
    this.joins = joins;
  }

  /**
   * Takes in a message; all of it that is acceptable is on disk when this returns or throws a refusal.
   *
   * @throws Refusal naming the first thing that was not acceptable
   * @throws StoreException when not all of it could be stored
   */
  void receive(Message message) throws Refusal {
    List<Parcel> parcels = Parcel.of(message);
    List<Parcel> forLedgers = parcels.stream().filter(this::isForLedger).toList();
    List<Refusal> refusals = new ArrayList<>(openAll(parcels.stream().filter(not(forLedgers::contains)).toList()));
    refusals.addAll(openAll(forLedgers));
    if (!refusals.isEmpty()) {
      throw refusals.getFirst();
    }
  }

  private boolean isForLedger(Parcel parcel) {
    return books.channels()
        .findActive(parcel.channelId())
        .filter(channel -> channel.terms().kind() == Kind.LEDGER)
        .isPresent();
  }

  private List<Refusal> openAll(List<Parcel> parcels) {
    if (parcels.size() == 1) {
      return open(parcels.getFirst()).stream().toList();
    }
    List<CompletableFuture<Optional<Refusal>>> opened = parcels.stream()
        .map(parcel -> CompletableFuture.supplyAsync(() -> open(parcel), books.threads()))
        .toList();
    try {
      CompletableFuture.allOf(opened.toArray(CompletableFuture<?>[]::new)).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof StoreException unavailable ? unavailable : e;
    }
    return opened.stream().map(CompletableFuture::join).flatMap(Optional::stream).toList();
  }

  private Optional<Refusal> open(Parcel parcel) {
    List<Refusal> refused = new ArrayList<>(1);
    try {
      Channel channel = books.channels().change(parcel.channelId(), before -> take(parcel, before, refused));
      if (parcel.asks() || refused.stream().anyMatch(refusal -> refusal.reason() == Refusal.Reason.GAP)) {
        post.send(Letter.everything(channel, !refused.isEmpty()));
      }
    } catch (Refusal e) {
      refused.add(e);
    }
    refused.forEach(refusal -> LOG.debug("channel {}: {}", parcel.channelId(), refusal.getMessage()));
    return refused.stream().findFirst();
  }

  /** All states up to the first one that is refused; the others were no worse for it. */
  private Channel take(Parcel parcel, Optional<Channel> before, List<Refusal> refused) throws Refusal {
    List<Offer> offers = parcel.offers();
    Channel channel = before.isPresent() ? before.get() : proposed(parcel.proposal(), offers.getFirst());
    try {
      for (Offer offer : offers) {
        channel = books.participation().accept(channel, offer);
      }
    } catch (Refusal e) {
      refused.add(e);
    }
    if (parcel.closes() && !channel.newest().state().isFinal()) {
      channel = channel.with(Mark.CLOSING);
    }
    return books.participation().advance(channel);
  }

  private Channel proposed(Terms terms, Offer first) throws Refusal {
    Participation participation = books.participation();
    Channel channel = participation.proposed(terms, first);
    post.requireKnown(terms, channel.me());
    money.requireFundable(terms, first.state().outcome());
    return joins ? channel.with(Mark.JOINED) : channel;
  }
}
