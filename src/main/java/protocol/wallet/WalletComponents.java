package protocol.wallet;

import com.fasterxml.jackson.databind.JsonNode;
import history.Event;
import history.RunClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import protocol.engine.Components;
import protocol.engine.HttpSettings;
import protocol.engine.Injector;
import targets.Capability;
import targets.Endpoint;
import targets.Target;

/** What the wallet verbs share while a run lasts. */
final class WalletComponents implements Components {

  private final WalletProtocol settings;
  private final Target target;
  private final WalletClient client;
  private final OpenChannels channels = new OpenChannels();
  private final Map<String, URI> servers;
  private final @Nullable Baseline baseline;

  private WalletComponents(WalletProtocol settings, Target target, Injector injector) {
    this.settings = settings;
    this.target = target;
    this.servers = target.endpoints().stream().collect(Collectors.toUnmodifiableMap(Endpoint::role, Endpoint::url));
    this.client = settings.client()
        .map(kind -> kind.apply(target))
        .orElseGet(() -> new HttpWalletClient(injector.http(HttpSettings.defaults()), servers, settings.timeout()));
    this.baseline = baseline(target, client);
  }

  /** Asked for when the run's clients are opened, just before the first virtual user: the last quiet moment. */
  private static @Nullable Baseline baseline(Target target, WalletClient client) {
    return target.chain().map(chain -> {
      try {
        return Baseline.now(chain, client.destinations());
      } catch (IOException e) {
        throw new UncheckedIOException("The chain at " + chain.url() + " does not answer", e);
      }
    }).orElse(null);
  }

  static WalletComponents open(WalletProtocol settings, Injector injector) {
    return new WalletComponents(settings, settings.target().get(), injector);
  }

  WalletClient client() {
    return client;
  }

  OpenChannels channels() {
    return channels;
  }

  WalletProtocol settings() {
    return settings;
  }

  Target target() {
    return target;
  }

  /** The chain before the run; only for a target that has one. */
  Baseline baseline() {
    return Objects.requireNonNull(baseline);
  }

  RunClock clock() {
    return settings.engine().clock();
  }

  long nextOperation() {
    return settings.engine().nextOperation();
  }

  void record(Event event) {
    settings.engine().recorder().record(event);
  }

  /** How ledger channels are funded: on chain where there is one. */
  String ledgerFunding() {
    return target.capabilities().contains(Capability.DIRECT_FUNDING) ? "Direct" : "None";
  }

  /** The wallets that take part in a channel and that the target has, the given one first. */
  List<String> serversOf(Channel channel, String first) {
    List<String> roles = new ArrayList<>(2);
    roles.add(first);
    for (JsonNode participant : channel.json().path("participants")) {
      String role = participant.path("participantId").asText();
      if (!roles.contains(role) && servers.containsKey(role)) {
        roles.add(role);
      }
    }
    return roles;
  }

  @Override
  public void close() {
    client.close();
  }
}
