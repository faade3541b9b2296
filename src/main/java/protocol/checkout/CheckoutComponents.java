package protocol.checkout;

import java.util.Map;
import java.util.stream.Collectors;
import protocol.engine.Components;
import protocol.engine.HttpSettings;
import protocol.engine.Injector;
import protocol.engine.RpcTransport;
import targets.Dialect;
import targets.Endpoint;
import targets.Target;

/** What the checkout verbs share while a run lasts. */
final class CheckoutComponents implements Components {

  private final CheckoutProtocol settings;
  private final Dialect dialect;
  private final Map<String, String> urls;
  private final RpcTransport reads;

  private CheckoutComponents(CheckoutProtocol settings, Target target, RpcTransport reads) {
    this.settings = settings;
    this.dialect = target.dialect()
        .orElseThrow(() -> new IllegalStateException("the target " + target.name()
            + " does not say which dialect it speaks: give it one, or the one that CheckoutPreflight finds"));
    this.urls = target.endpoints()
        .stream()
        .collect(Collectors.toUnmodifiableMap(Endpoint::role, endpoint -> endpoint.url().toString()));
    this.reads = reads;
  }

  static CheckoutComponents open(CheckoutProtocol settings, Injector injector) {
    return new CheckoutComponents(settings, settings.target().get(), injector.http(HttpSettings.defaults()));
  }

  CheckoutProtocol settings() {
    return settings;
  }

  /** The transport of the final reads. */
  RpcTransport reads() {
    return reads;
  }

  /** Whether the target's dialect has a call. */
  boolean speaks(Call call) {
    return call.path(dialect).isPresent();
  }

  /** Where a call goes; throws {@link IllegalStateException} when the target's dialect does not have it. */
  Path path(Call call) {
    return call.path(dialect)
        .orElseThrow(() -> new IllegalStateException("there is no '" + call.kind() + "' in dialect " + dialect
            + ", which the target speaks: name another target, or leave it out of the simulation"));
  }

  /** The address of the service with a role, without a slash at its end. */
  String url(String role) {
    String url = urls.get(role);
    if (url == null) {
      throw new IllegalStateException("the target has no service '" + role + "'");
    }
    return url;
  }

  /** Where an entity is found. */
  String address(Call find, String id) {
    Path path = path(find);
    return url(path.role()) + path.to(id);
  }

  @Override
  public void close() {
    reads.close();
  }
}
