package rig.wallet;

import account.Account;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import load.Role;
import rig.wallet.channel.Mark;
import rig.wallet.channel.Participation;
import rig.wallet.channel.Rules;
import rig.wallet.store.Store;

/** One wallet at work: its desks, put together. */
final class Wallet implements AutoCloseable {

  /**
   * What a wallet is made of.
   *
   * @param role who it is
   * @param database its own, empty or from an earlier life
   * @param peers the other wallets
   * @param chain where it settles, when there is one
   * @param settings how it behaves
   * @param anomalies the bugs planted in it
   */
  record Parts(Role role, DataSource database, List<Peer> peers, Optional<ChainLink> chain, WalletSettings settings,
      Set<Anomaly> anomalies) {}

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Identity identity;
  private final Views views;
  private final Store store;
  private final Post post;
  private final Channels channels;
  private final Books books;
  private final Money money;
  private final Owner owner;
  private final Inbox inbox;
  private final Sync sync;
  private final Optional<AutoCloseable> chainEvents;
  private final Optional<Duration> silence;

  Wallet(Parts parts) {
    Account account = Account.of(parts.role().privateKey());
    identity = Identity.of(parts);
    views = new Views(parts.anomalies());
    silence = parts.settings().challengeAfter();
    store = Store.open(parts.database(), account.address());
    post = new Post(parts.role().id(), parts.peers(), parts.settings().disturbance());
    channels = new Channels(store, parts.anomalies(), this::changed);
    boolean conservation = !parts.anomalies().contains(Anomaly.MINTED_WEI);
    var participation = new Participation(account, new Rules(conservation, channels::find));
    books = new Books(channels, participation, threads, parts.anomalies());
    Optional<ChainDesk> chain = parts.chain().map(link -> new ChainDesk(books, link));
    money = new Money(new LoanDesk(books), chain);
    owner = new Owner(books, post, money);
    inbox = new Inbox(books, post, money, parts.settings().joins());
    sync = new Sync(channels, parts.settings().syncInterval(), this::lookAfter);
    chainEvents = parts.chain().flatMap(link -> chain.map(desk -> link.watcher().listen(desk::happened)));
    // What happened on chain in between is not told again.
    channels.active().forEach(slot -> books.later(() -> money.recheck(slot)));
  }

  private void changed(Channels.Change change) {
    boolean asksForEnd = change.after().has(Mark.CLOSING) && !change.before().has(Mark.CLOSING);
    if (asksForEnd || !change.signed().isEmpty()) {
      post.send(new Letter(change.after(), change.signed(), false));
    }
    money.changed(change);
  }

  private void lookAfter(Slot slot) {
    post.send(Letter.everything(slot.channel(), true));
    books.later(() -> {
      money.recheck(slot);
      money.challengeSilent(slot, silence);
    });
  }

  Identity identity() {
    return identity;
  }

  Views views() {
    return views;
  }

  Channels channels() {
    return channels;
  }

  Owner owner() {
    return owner;
  }

  Inbox inbox() {
    return inbox;
  }

  /** Stops working; what is on disk stays for the next life. */
  @Override
  public void close() {
    sync.close();
    chainEvents.ifPresent(Wallet::end);
    post.close();
    threads.shutdownNow();
    store.close();
  }

  private static void end(AutoCloseable subscription) {
    try {
      subscription.close();
    } catch (Exception e) {
      throw new IllegalStateException("a subscription does not end", e);
    }
  }
}
