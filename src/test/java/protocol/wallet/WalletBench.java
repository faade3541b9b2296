package protocol.wallet;

import history.Operation;
import history.Outcome;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.Session;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import load.Allocation;
import load.ChannelParams;
import load.Funding;
import load.Participant;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import protocol.engine.Expression;
import protocol.engine.ProtocolBench;
import targets.Capability;
import targets.Endpoint;
import targets.Target;

/** Users that pass through wallet verbs, one by one or side by side, with wallets that do as they are told. */
final class WalletBench implements AfterEachCallback {

  private static final URI NOBODY = URI.create("http://127.0.0.1:1");
  /** Two wallets at addresses where nobody answers. */
  static final Target TARGET = new Target("fake", "wallet",
      List.of(new Endpoint("A", NOBODY), new Endpoint("B", NOBODY)), Optional.empty(), List.of(),
      Set.of(Capability.DIRECT_FUNDING, Capability.LEDGER_FUNDING), Optional.empty());
  static final List<Participant> PARTICIPANTS = List.of(participant("A", 'a'), participant("B", 'b'));

  private static final String COIN = "0x" + "0".repeat(40);
  private static final ChannelParams PARAMS = new ChannelParams(PARTICIPANTS,
      List.of(new Allocation(COIN, List.of(new Allocation.Item(PARTICIPANTS.getFirst().destination(), BigInteger.TEN),
          new Allocation.Item(PARTICIPANTS.getLast().destination(), BigInteger.ONE)))),
      COIN, "0x", 60);

  final FakeWallets wallets = new FakeWallets();
  final ProtocolBench users = new ProtocolBench();

  WalletBench() {
    play(protocol());
  }

  /** The wallets' protocol, with little patience. */
  WalletProtocol protocol() {
    return WalletProtocol.of(users.engine(), () -> TARGET).patience(Duration.ofSeconds(1)).client(_ -> wallets);
  }

  /** How users speak to wallets from now on. */
  void play(WalletProtocol protocol) {
    users.with(protocol);
  }

  static WalletVerb creates(String job, Funding funding) {
    return WalletDsl.createChannel(job, "A", Expression.constant(PARAMS), Expression.constant(funding));
  }

  static WalletVerb createsLedger(String job) {
    return WalletDsl.createLedgerChannel(job, "A", Expression.constant(PARAMS));
  }

  static WalletVerb updates(String job) {
    return WalletDsl.updateChannel(job, "A", Expression.constant(List.of()), "0x01");
  }

  static WalletVerb closes(String job) {
    return WalletDsl.closeChannel(job, "A");
  }

  /** A user passes; what the history has of it. */
  Operation pass(ActionBuilder verb) throws InterruptedException {
    users.pass(verb);
    return users.operations().getLast();
  }

  /** A user sets out beside others. */
  CompletableFuture<Session> beside(ActionBuilder verb) {
    return CompletableFuture.supplyAsync(() -> {
      try {
        return users.pass(verb);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }, Thread::startVirtualThread);
  }

  /** The only operation of a kind that has ended. */
  Operation operation(String kind) {
    return users.operations().stream().filter(operation -> operation.kind().equals(kind)).reduce((one, other) -> {
      throw new AssertionError("two of " + kind);
    }).orElseThrow();
  }

  /** Refused or unknown, and the error class; {@code ok} otherwise. */
  static String ending(Operation operation) {
    return switch (operation.outcome()) {
      case Outcome.Ok() -> "ok";
      case Outcome.Refused(String code, _) -> "refused " + code;
      case Outcome.Unknown(String code, _) -> "unknown " + code;
    };
  }

  @Override
  public void afterEach(ExtensionContext context) {
    users.close();
  }

  private static Participant participant(String role, char digit) {
    return new Participant(role, "0x" + String.valueOf(digit).repeat(40),
        "0x" + "0".repeat(24) + String.valueOf(digit).repeat(40));
  }
}
