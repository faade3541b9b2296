package rig.wallet;

import account.Account;
import com.zaxxer.hikari.HikariDataSource;
import contract.Exit;
import contract.Share;
import java.io.IOException;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import load.Participant;
import load.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rig.wallet.channel.ByHand;
import rig.wallet.channel.Channel;
import rig.wallet.channel.Refusal;
import rig.wallet.channel.Turn;
import rig.wallet.store.Store;
import rig.wallet.store.StoreException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rig.wallet.WalletCaller.roles;

/** What was not saved has not happened: nobody is shown or sent it. */
final class ChannelsTest {

  private final Channel channel = proposal();
  private final List<Turn> sent = new ArrayList<>();
  private final List<Turn> onDiskWhenSent = new ArrayList<>();
  private HikariDataSource database;
  private Store store;
  private Channels channels;

  @BeforeEach
  void open() throws IOException, SQLException {
    database = Nodes.database();
    store = Store.open(database, roles().getFirst().signingAddress());
    channels = new Channels(store, Set.of(), change -> {
      sent.addAll(change.signed());
      onDiskWhenSent.addAll(store.states(id()));
    });
  }

  @AfterEach
  void close() {
    store.close();
    database.close();
  }

  @Test
  void aSignedStateIsOnDiskBeforeItIsSent() throws Refusal {
    channels.change(id(), _ -> channel);
    assertThat(sent).containsExactly(channel.newest());
    assertThat(onDiskWhenSent).containsExactly(channel.newest());
  }

  @Test
  void whatTheDatabaseHasNotTakenIsNeitherSentNorShown() {
    store.close();
    assertThatThrownBy(() -> channels.change(id(), _ -> channel)).isInstanceOf(StoreException.class);
    assertThat(sent).isEmpty();
    assertThat(channels.active()).isEmpty();
  }

  private String id() {
    return channel.terms().channelId();
  }

  private static Channel proposal() {
    List<Participant> participants = roles().stream().map(Role::participant).toList();
    List<Exit> outcome = List
        .of(new Exit(Exit.COIN, List.of(new Share(roles().getFirst().destination(), BigInteger.TEN))));
    try {
      return new ByHand(Account.of(roles().getFirst().privateKey()), participants, outcome).channel();
    } catch (Refusal e) {
      throw new IllegalStateException(e);
    }
  }
}
