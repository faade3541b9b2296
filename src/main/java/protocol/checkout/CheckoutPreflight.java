package protocol.checkout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import protocol.checkout.DialectProbe.Finding;
import protocol.checkout.Probe.Reply;
import targets.Dialect;
import targets.Endpoint;
import targets.Target;

/** Whether the services are there, and speak the dialect that they are said to. May block; leaves an item, a user and an order behind. */
public final class CheckoutPreflight {

  private static final String NOBODY = "preflight";
  private static final Map<String, Call> HARMLESS = new TreeMap<>(
      Map.of("order", Call.FIND_ORDER, "payment", Call.FIND_USER, "stock", Call.FIND_ITEM));

  private final Target target;
  private final Set<Dialect> usable;
  private final List<String> problems = new ArrayList<>();

  private CheckoutPreflight(Target target, Set<Dialect> usable) {
    this.target = target;
    this.usable = usable;
  }

  /**
   * What was found.
   *
   * @param problems each one a line with the fix; empty when all is well
   * @param target with the dialect that its services speak, when there are no problems
   */
  public record Found(List<String> problems, Target target) {}

  /** Looks at a target that may speak any dialect. */
  public static Found inspect(Target target) {
    return inspect(target, Set.of(Dialect.values()));
  }

  /** Looks at a target that has to speak one of these dialects. */
  public static Found inspect(Target target, Set<Dialect> usable) {
    return new CheckoutPreflight(target, usable).inspect();
  }

  private Found inspect() {
    Map<String, String> urls = target.endpoints()
        .stream()
        .collect(Collectors.toMap(Endpoint::role, endpoint -> endpoint.url().toString()));
    Set<String> missing = new TreeSet<>(HARMLESS.keySet());
    missing.removeAll(urls.keySet());
    missing.forEach(role -> problems
        .add("the target " + target.name() + " has no " + role + " service: add it to the target's endpoints"));
    Optional<Dialect> dialect = target.dialect();
    if (problems.isEmpty()) {
      try (Probe probe = new Probe(urls)) {
        HARMLESS.forEach((role, call) -> look(probe, call, "the " + role + " service at " + urls.get(role)));
        if (problems.isEmpty()) {
          dialect = speaks(new DialectProbe(probe).find(target.dialect()));
        }
      } catch (IOException e) {
        problems.add("the services stopped answering while their dialect was looked for (" + e + "): start them again");
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        problems.add("interrupted while looking at the services");
      }
    }
    return new Found(List.copyOf(problems), new Target(target.name(), target.system(), target.endpoints(),
        target.chain(), target.chains(), target.capabilities(), dialect));
  }

  /** Any answer will do that is a service's own. */
  private void look(Probe probe, Call harmless, String place) {
    try {
      Reply reply = probe.call(harmless, target.dialect().orElse(Dialect.B), NOBODY);
      if (reply.isNobody()) {
        problems.add(place + " is not ready: " + reply + ": start it, and wait until it answers");
      }
    } catch (IOException _) {
      problems.add(place + " does not answer: start it, or name another target with -Dtarget=");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      problems.add("interrupted while looking at " + place);
    }
  }

  private Optional<Dialect> speaks(Finding finding) {
    Optional<Dialect> found = finding.dialect();
    if (found.isEmpty()) {
      problems.add("the services of " + target.name() + " cannot be spoken to: " + finding.why()
          + ": check the target's urls and the services' logs");
      return found;
    }
    target.dialect()
        .filter(declared -> declared != found.get())
        .ifPresent(declared -> problems.add("the target " + target.name() + " says dialect " + declared
            + ", and its services speak " + found.get() + ": " + finding.why() + ": say dialect = "
            + found.get().name().toLowerCase(Locale.ROOT) + " in the target, or leave it out"));
    if (!usable.contains(found.get())) {
      problems.add("the services of " + target.name() + " speak dialect " + found.get() + ", and the simulation needs "
          + usable.stream().sorted().map(Dialect::name).collect(Collectors.joining(" or "))
          + ": name another target with -Dtarget=, or run another simulation");
    }
    return found;
  }
}
