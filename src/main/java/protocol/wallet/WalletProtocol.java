package protocol.wallet;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import protocol.engine.ComponentsKey;
import protocol.engine.Engine;
import protocol.engine.EngineProtocol;
import targets.Target;

/**
 * How wallets are spoken to.
 *
 * @param engine what the run's protocols share
 * @param target the wallets; asked for when the first virtual user is about to start
 * @param gating whether a request waits for the ledger channel that it needs; off sends it at its time, ready or not
 * @param timeout how long a wallet may take to accept a request
 * @param patience how long both sides may take to agree, counted from the start of the request
 * @param client another kind of wallet than the one of docs/wallet-api.md
 */
public record WalletProtocol(Engine engine, Supplier<Target> target, boolean gating, Duration timeout,
    Duration patience, Optional<Function<Target, WalletClient>> client) implements EngineProtocol {

  static final ComponentsKey<WalletProtocol, WalletComponents> KEY = new ComponentsKey<>(WalletProtocol.class,
      WalletComponents::open);

  /** Gating on, 10 s to accept, 60 s to agree, and wallets that speak docs/wallet-api.md. */
  public static WalletProtocol of(Engine engine, Supplier<Target> target) {
    return new WalletProtocol(engine, target, true, Duration.ofSeconds(10), Duration.ofSeconds(60), Optional.empty());
  }

  /** The same with gating on or off. */
  public WalletProtocol gating(boolean on) {
    return new WalletProtocol(engine, target, on, timeout, patience, client);
  }

  /** The same with another time to accept. */
  public WalletProtocol timeout(Duration other) {
    return new WalletProtocol(engine, target, gating, other, patience, client);
  }

  /** The same with another time to agree. */
  public WalletProtocol patience(Duration other) {
    return new WalletProtocol(engine, target, gating, timeout, other, client);
  }

  /** The same with another kind of wallet: asked once for a client when the run's clients are opened. */
  public WalletProtocol client(Function<Target, WalletClient> other) {
    return new WalletProtocol(engine, target, gating, timeout, patience, Optional.of(other));
  }
}
