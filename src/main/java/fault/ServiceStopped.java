package fault;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import targets.Endpoint;
import targets.Target;

/**
 * One server of the target is stopped, and started again.
 *
 * <p>How, the target says: {@code endpoints.<role>.power} in its file. It has recovered when it answers as it did before, or at least not with a 5xx: a gateway in front of it answers, too.
 */
public final class ServiceStopped implements Fault {

  private static final Duration HOOK = Duration.ofSeconds(45);
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final int SERVER_ERROR = 500;

  private final Supplier<Target> target;
  private final String role;
  private volatile int before;

  /**
   * A server that will be stopped.
   *
   * @param target asked for once the run has begun
   * @param role the server's name in the target file
   */
  public ServiceStopped(Supplier<Target> target, String role) {
    this.target = target;
    this.role = role;
  }

  @Override
  public String title() {
    return role + " stopped";
  }

  @Override
  public List<String> problems() {
    Target known = target.get();
    Optional<Endpoint> endpoint = endpoint(known);
    if (endpoint.isEmpty()) {
      return List.of("the target " + known.name() + " has no server " + role + " to stop: it has "
          + known.endpoints().stream().map(Endpoint::role).collect(Collectors.joining(", ")));
    }
    if (endpoint.get().power().isEmpty()) {
      return List.of("the target " + known.name() + " does not tell how " + role + " is stopped: add power { stop = …, "
          + "start = … } to endpoints." + role + " in its file, each an address or a command");
    }
    return List.of();
  }

  @Override
  public void begin() throws IOException, InterruptedException {
    before = statusBefore();
    Hooks.carryOut(name("stop"), power().stop(), HOOK);
  }

  @Override
  public void heal() throws IOException, InterruptedException {
    Hooks.carryOut(name("start"), power().start(), HOOK);
  }

  @Override
  public boolean recovered() throws IOException, InterruptedException {
    int status = Hooks.status(probe(), ANSWER);
    return status < SERVER_ERROR || status == before;
  }

  private int statusBefore() throws InterruptedException {
    try {
      return Hooks.status(probe(), ANSWER);
    } catch (IOException _) {
      return 0; // it does not answer even now, which is no reason to let it be
    }
  }

  /** Something harmless to ask that the server itself must answer. */
  private URI probe() {
    return URI.create(endpoint(target.get()).orElseThrow().url() + path(target.get()));
  }

  /** A gateway in front of a checkout's services tells them apart by the path. */
  private String path(Target known) {
    if (!known.system().equals("checkout")) {
      return "";
    }
    return switch (role) {
      case "order" -> "/orders/find/0";
      case "stock" -> "/stock/find/0";
      case "payment" -> "/payment/find_user/0";
      default -> "";
    };
  }

  private Endpoint.Power power() {
    return endpoint(target.get()).flatMap(Endpoint::power)
        .orElseThrow(() -> new IllegalStateException(String.join("; ", problems())));
  }

  private Optional<Endpoint> endpoint(Target known) {
    return known.endpoints().stream().filter(endpoint -> endpoint.role().equals(role)).findFirst();
  }

  private String name(String hook) {
    return "endpoints." + role + ".power." + hook;
  }
}
