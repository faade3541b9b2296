package protocol.wallet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import load.Participant;
import targets.Capability;
import targets.ChainSpec;
import targets.Endpoint;
import targets.Target;

/** Whether the wallets are there, and are those that the load was made for. May block; nothing is changed at the target. */
public final class WalletPreflight {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  private WalletPreflight() {}

  /**
   * The problems found, each one a line with the fix; empty when all is well. Wallets of another kind are not asked who they are: only
   * those of docs/wallet-api.md are known to tell.
   *
   * @param participants who takes part in the load's channels
   * @param needs what the load asks of the target
   */
  public static List<String> problems(WalletProtocol wallets, Collection<Participant> participants,
      Set<Capability> needs) {
    Target target = wallets.target().get();
    List<String> problems = unmet(target, needs);
    if (wallets.client().isEmpty()) {
      identify(target, participants, problems);
    }
    target.chain().ifPresent(chain -> compare(chain, problems));
    return problems;
  }

  private static List<String> unmet(Target target, Set<Capability> needs) {
    List<String> problems = new ArrayList<>();
    needs.stream()
        .filter(need -> !target.capabilities().contains(need))
        .forEach(need -> problems
            .add("the load needs " + need.name().toLowerCase(Locale.ROOT).replace('_', '-') + ", which the target "
                + target.name() + " does not offer: give it a chain, add it to the target's capabilities"
                + " when it has it, or take such channels out of the load"));
    return problems;
  }

  private static void identify(Target target, Collection<Participant> participants, List<String> problems) {
    Map<String, Participant> byRole = participants.stream()
        .collect(Collectors.toMap(Participant::participantId, Function.identity(), (one, _) -> one));
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      for (Endpoint endpoint : target.endpoints()) {
        try {
          compare(endpoint, identity(http, endpoint.url()), byRole, problems);
        } catch (IOException e) {
          problems.add("wallet " + endpoint.role() + " does not answer at " + endpoint.url()
              + ": start it, or name another target with -Dtarget=");
        } catch (InterruptedException _) {
          Thread.currentThread().interrupt();
          problems.add("interrupted while asking wallet " + endpoint.role());
        }
      }
    }
  }

  private static void compare(ChainSpec chain, List<String> problems) {
    try (Settlement settlement = new Settlement(chain)) {
      long id = settlement.chainId();
      if (id != chain.id()) {
        problems.add("the chain at " + chain.url() + " has id " + id + ", the target says " + chain.id()
            + ": check url and id of its chain");
      } else if (!settlement.hasAdjudicator()) {
        problems.add("there is no contract at " + chain.adjudicator() + " on the chain at " + chain.url()
            + ": check the target's adjudicator");
      }
    } catch (IOException e) {
      problems.add("the chain does not answer at " + chain.url() + ": start it, or take it out of the target");
    }
  }

  /** Where the wallets at these addresses want to be paid: 32-byte hex each. */
  static Set<String> destinations(Collection<URI> wallets) throws IOException {
    Set<String> destinations = new TreeSet<>();
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      for (URI wallet : wallets) {
        destinations.add(identity(http, wallet).path("destination").asText());
      }
      return destinations;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static JsonNode identity(HttpClient http, URI wallet) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(wallet.resolve("/")).timeout(PATIENCE).build();
    return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
  }

  private static void compare(Endpoint endpoint, JsonNode identity, Map<String, Participant> load,
      List<String> problems) {
    Participant expected = load.get(endpoint.role());
    String address = identity.path("signingAddress").asText("");
    if (address.isEmpty()) {
      problems.add("what answers at " + endpoint.url()
          + " is not a wallet (no signingAddress): check the target's url of " + endpoint.role());
    } else if (expected != null && !same(expected.signingAddress(), address)) {
      problems.add("the load was made for a wallet " + endpoint.role() + " that signs as " + expected.signingAddress()
          + ", the target's signs as " + address
          + ": make the load with the target's roles (load generate --role-file)");
    }
  }

  private static boolean same(String one, String other) {
    return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
  }
}
