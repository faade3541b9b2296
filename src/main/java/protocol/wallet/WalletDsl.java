package protocol.wallet;

import history.Outcome;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.Session;
import java.util.List;
import load.Allocation;
import load.ChannelParams;
import load.Funding;
import load.Instruction;
import protocol.engine.Expression;
import protocol.engine.ExpressionFailure;
import protocol.engine.Turn;
import protocol.wallet.WalletVerb.Named;

/**
 * The verbs of state-channel wallets.
 *
 * <p>Each one is reported as a group of phases: {@code call} until the wallet has accepted, {@code objective} until both sides agree. Names
 * and ids are Gatling EL. A job is a name of the simulation's own for one channel.
 */
public final class WalletDsl {

  /** Session key: the id of the channel that the last verb was about. */
  public static final String CHANNEL_ID = "channelId";
  /** Session key: the last supported turn that the last verb has seen. */
  public static final String TURN = "turn";
  /** Session key: when the user's last verb ended, nanoseconds since zero. */
  static final String FREE = "broadside.free";

  private WalletDsl() {}

  /** Opens a channel that funds others. */
  public static WalletVerb createLedgerChannel(String job, String server, Expression<ChannelParams> params) {
    return verb("create ledger channel", new Names(job, server),
        (session, jobId, role) -> new WalletRequest.CreateLedger(jobId, role, params.apply(session)));
  }

  /** Opens an application channel. */
  public static WalletVerb createChannel(String job, String server, Expression<ChannelParams> params,
      Expression<Funding> funding) {
    return verb("create channel", new Names(job, server),
        (session, jobId, role) -> new WalletRequest.Create(jobId, role, params.apply(session), funding.apply(session)));
  }

  /**
   * Agrees to a channel that a peer has proposed; wallets that do so by themselves need no such verb.
   *
   * <p>A create ends when all run, so not before this: another virtual user has to join, as soon as the channel is there. Before the
   * create is accepted it is refused as {@code no-channel}, and until the peer has heard of it as {@code not-found}: say
   * {@code tryMax(200).on(pause(ofMillis(50)).exec(joinChannel(..)))}.
   */
  public static WalletVerb joinChannel(String job, String server) {
    return verb("join channel", new Names(job, server), (_, jobId, role) -> new WalletRequest.Join(jobId, role));
  }

  /** Moves a channel to its next turn; the wallet must have the turn. An empty list of allocations keeps the outcome. */
  public static WalletVerb updateChannel(String job, String server, Expression<List<Allocation>> allocations,
      String appData) {
    Expression<String> data = Expression.text(appData);
    return verb("update channel", new Names(job, server), (session, jobId, role) -> new WalletRequest.Update(jobId,
        role, allocations.apply(session), data.apply(session)));
  }

  /** Closes a channel, on or off turn. */
  public static WalletVerb closeChannel(String job, String server) {
    return verb("close channel", new Names(job, server), (_, jobId, role) -> new WalletRequest.Close(jobId, role));
  }

  /** Waits until a wallet reports a status, for example {@code running}, or a later one. */
  public static WalletVerb awaitStatus(String job, String server, String status) {
    Expression<String> awaited = Expression.text(status);
    return verb("await status", new Names(job, server),
        (session, jobId, role) -> new WalletRequest.AwaitStatus(jobId, role, Status.of(awaited.apply(session))));
  }

  /** Carries out an instruction of a load file, under the name of its kind. */
  public static WalletVerb carryOut(Expression<Instruction> instruction) {
    return WalletVerb.of("instruction", session -> {
      Instruction step = instruction.apply(session);
      return new Named(WalletRequest.nameOf(step), WalletRequest.of(step));
    });
  }

  /** Reads every channel at each of its wallets, and what the databases and the chain say, into the history; row {@code final reads}. */
  public static ActionBuilder readFinalState() {
    return WalletProtocol.KEY.action("final reads", WalletDsl::readAll);
  }

  private static void readAll(Turn turn, WalletComponents wallets) {
    long started = turn.clock().now();
    Caller caller = new Caller(turn.session().userId(), turn.loop());
    new FinalReads(wallets, caller).readAll()
        .thenRunAsync(() -> new SettlementReads(wallets, caller.user()).readAll(), Thread::startVirtualThread)
        .whenComplete((_, thrown) -> turn.onLoop(() -> {
          Outcome outcome = thrown == null ? Outcome.OK : WalletFailure.outcomeOf(thrown);
          turn.request("final reads", started, turn.clock().now(), outcome);
          turn.end();
        }));
  }

  /** Whose channel, and at which wallet: Gatling EL. */
  private record Names(String job, String server) {}

  /** What is asked, once it is known whose channel and at which wallet. */
  @FunctionalInterface
  private interface Asking {
    WalletRequest of(Session session, String job, String server) throws ExpressionFailure;
  }

  private static WalletVerb verb(String name, Names names, Asking asking) {
    Expression<String> job = Expression.text(names.job());
    Expression<String> server = Expression.text(names.server());
    return WalletVerb.of(name,
        session -> new Named(name, asking.of(session, job.apply(session), server.apply(session))));
  }
}
