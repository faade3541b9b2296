package targets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Writes targets, in the form in which {@link TargetFile} reads them. */
public final class TargetJson {

  private static final String MASK = "***";

  private TargetJson() {}

  /** The target with its secrets, to be used by another run. */
  public static ObjectNode whole(Target target) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("system", target.system());
    ObjectNode endpoints = json.putObject("endpoints");
    for (Endpoint endpoint : target.endpoints()) {
      ObjectNode one = endpoints.putObject(endpoint.role()).put("url", endpoint.url().toString());
      endpoint.database()
          .ifPresent(database -> one.putObject("database")
              .put("url", database.url())
              .put("user", database.user())
              .put("password", database.password()));
      endpoint.power().ifPresent(power -> {
        one.putObject("power").set("stop", hook(power.stop()));
        one.withObject("power").set("start", hook(power.start()));
      });
    }
    target.chain()
        .ifPresent(chain -> json.putObject("chain")
            .put("url", chain.url().toString())
            .put("id", chain.id())
            .put("adjudicator", chain.adjudicator())
            .put("deployed-at", chain.deployedAt())
            .put("allow-mainnet", chain.allowMainnet()));
    target.chains().forEach(chain -> json.withObject("chains").set(chain.name(), whole(chain)));
    target.dialect().ifPresent(dialect -> json.put("dialect", dialect.name().toLowerCase(Locale.ROOT)));
    target.capabilities().stream().sorted().map(TargetJson::word).forEach(json.putArray("capabilities")::add);
    return json;
  }

  private static ObjectNode whole(ChainNodes chain) {
    ObjectNode one = JsonNodeFactory.instance.objectNode().put("id", chain.id());
    chain.read().forEach(url -> one.withArray("url").add(url.toString()));
    chain.send().forEach(url -> one.withArray("send").add(url.toString()));
    chain.socket().forEach(url -> one.withArray("ws").add(url.toString()));
    chain.maxSpend().ifPresent(most -> one.put("max-spend", most));
    return one.put("allow-mainnet", chain.allowMainnet());
  }

  private static ChainNodes masked(ChainNodes chain) {
    return new ChainNodes(chain.name(), chain.id(), chain.send().stream().map(TargetJson::host).toList(),
        chain.read().stream().map(TargetJson::host).toList(), chain.socket().stream().map(TargetJson::host).toList(),
        chain.allowMainnet(), chain.maxSpend());
  }

  /** Providers of nodes put their customers' keys into the path. */
  private static URI host(URI url) {
    return URI
        .create(place(url.resolve("/")) + (url.getRawPath().length() > 1 || url.getRawQuery() != null ? MASK : ""));
  }

  private static JsonNode hook(Hook hook) {
    return switch (hook) {
      case Hook.Call(URI url) -> TextNode.valueOf(url.toString());
      case Hook.Command(List<String> words) ->
        words.stream().collect(JsonNodeFactory.instance::arrayNode, ArrayNode::add, ArrayNode::addAll);
    };
  }

  /** The target by its name and without its secrets, to be kept with a run's results. */
  public static ObjectNode masked(Target target) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("name", target.name());
    json.setAll(whole(target));
    for (Endpoint endpoint : target.endpoints()) {
      ObjectNode one = (ObjectNode) json.path("endpoints").path(endpoint.role());
      one.put("url", place(endpoint.url()));
      endpoint.database()
          .ifPresent(
              database -> ((ObjectNode) one.path("database")).put("url", database.url().replaceAll("\\?.*", "?" + MASK))
                  .put("password", MASK));
      endpoint.power().ifPresent(_ -> one.put("power", MASK)); // a command line may hold anything
    }
    target.chain().ifPresent(chain -> ((ObjectNode) json.path("chain")).put("url", host(chain.url()).toString()));
    target.chains().forEach(chain -> json.withObject("chains").set(chain.name(), whole(masked(chain))));
    return json;
  }

  /** An address without what may be secret in it. */
  private static String place(URI url) {
    String text = url.toString().replaceAll("\\?.*", "?" + MASK);
    return url.getRawUserInfo() == null ? text : text.replace(url.getRawUserInfo() + "@", MASK + "@");
  }

  /** How a capability is spelled in files: {@code direct-funding}. */
  static String word(Capability capability) {
    return capability.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
