package targets;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigParseOptions;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a target from a HOCON or JSON file, or a checkout from the course's {@code urls.json}; every problem is told at once.
 *
 * <p>Secrets stand in the file as {@code ${?NAME}} and come from the environment variable of that name.
 */
public final class TargetFile {

  private static final Set<String> SYSTEMS = Set.of("wallet", "rollup", "messaging", "checkout", "webserver");
  private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{40}");
  private static final Pattern JDBC = Pattern.compile("jdbc:postgresql:.+");

  private final String name;
  private final List<String> problems = new ArrayList<>();

  private TargetFile(String name) {
    this.name = name;
  }

  /**
   * Reads a target.
   *
   * @param name {@code NAME}, which means {@code targets/NAME.conf} or {@code targets/NAME.json} on the class path; or the path of a file
   * @param resources where {@code targets/} is looked for
   * @throws TargetFileException when it cannot be used
   */
  public static Target read(String name, ClassLoader resources) {
    TargetFile file = new TargetFile(name);
    Optional<Target> target = Optional.empty();
    try {
      target = Optional.of(file.target(file.parse(resources)));
    } catch (ConfigException e) {
      ConfigOrigin origin = e.origin();
      file.problems.add((origin == null ? "" : Spelling.place(origin) + ": ") + e.getMessage());
    }
    if (!file.problems.isEmpty()) {
      throw new TargetFileException(name, file.problems);
    }
    return target.orElseThrow();
  }

  private Config parse(ClassLoader resources) {
    ConfigParseOptions there = ConfigParseOptions.defaults().setAllowMissing(false);
    Path path = Path.of(name);
    if (Files.isRegularFile(path)) {
      return ConfigFactory.parseFile(path.toFile(), there).resolve();
    }
    List<URL> found = Arrays.asList("conf", "json")
        .stream()
        .map(ending -> resources.getResource("targets/" + name + "." + ending))
        .filter(Objects::nonNull)
        .toList();
    if (found.size() == 1) {
      return ConfigFactory.parseURL(found.getFirst(), there).resolve();
    }
    throw new TargetFileException(name, List.of(found.isEmpty()
        ? "there is no file " + name + ", and no targets/" + name + ".conf or .json on the class path: write one into "
            + "src/test/resources/targets, or leave -Dtarget out to use the embedded target"
        : "there are both targets/" + name + ".conf and .json: remove one of them"));
  }

  private Target target(Config config) {
    Section file = new Section("", config.root(), problems);
    return CourseUrls.isIn(config.root()) ? CourseUrls.target(plainName(), file) : target(file);
  }

  private Target target(Section file) {
    Section root = file.knows("system", "endpoints", "chain", "chains", "capabilities", "dialect");
    String system = root.text("system");
    if (!system.isEmpty() && !SYSTEMS.contains(system)) {
      root.wrong("system", "give one of " + String.join(", ", SYSTEMS.stream().sorted().toList()));
    }
    List<ChainNodes> chains = ChainSection.all(root);
    List<Endpoint> endpoints = system.equals("rollup") ? List.of() : endpoints(root);
    if (system.equals("rollup") && chains.isEmpty()) {
      root.problem(
          "chains has no chains: give at least one, for example chains { l2 { id = 31337, url = \"http://…\" } }");
    }
    if (system.equals("checkout")) {
      root.section("endpoints").ifPresent(TargetFile::checkRoles);
    }
    Optional<ChainSpec> chain = root.section("chain").map(TargetFile::chain);
    Set<Capability> capabilities = capabilities(root);
    if (capabilities.contains(Capability.DIRECT_FUNDING) && chain.isEmpty()) {
      root.wrong("capabilities", "direct-funding needs a chain");
    }
    boolean databases = endpoints.stream().allMatch(endpoint -> endpoint.database().isPresent());
    if (capabilities.contains(Capability.DATABASE) && !databases) {
      root.wrong("capabilities", "database needs a database at each endpoint");
    }
    return new Target(plainName(), system, endpoints, chain, chains, capabilities, dialect(root));
  }

  private static List<Endpoint> endpoints(Section root) {
    Optional<Section> endpoints = root.section("endpoints").filter(section -> !section.keys().isEmpty());
    if (endpoints.isEmpty()) {
      root.problem("endpoints has no servers: give at least one, for example endpoints { A { url = \"http://…\" } }");
    }
    return endpoints.stream()
        .flatMap(section -> section.keys().stream().flatMap(role -> endpoint(role, section).stream()))
        .toList();
  }

  private static void checkRoles(Section services) {
    services.knows("order", "payment", "stock");
    for (String role : List.of("order", "payment", "stock")) {
      if (!services.keys().isEmpty() && !services.keys().contains(role)) {
        services.problem("endpoints." + role
            + " is missing: a checkout has order, payment and stock services, at one address or three; add it");
      }
    }
  }

  private static Optional<Endpoint> endpoint(String role, Section endpoints) {
    return endpoints.section(role)
        .map(section -> section.knows("url", "database", "power"))
        .map(section -> new Endpoint(role, section.url("url"), section.section("database").map(TargetFile::database),
            section.section("power").map(TargetFile::power)));
  }

  private static Endpoint.Database database(Section database) {
    database.knows("url", "user", "password");
    return new Endpoint.Database(
        database.text("url", JDBC, "give a JDBC URL such as jdbc:postgresql://127.0.0.1:5432/wallet_a"),
        database.text("user"), database.text("password"));
  }

  private static Endpoint.Power power(Section power) {
    power.knows("stop", "start");
    return new Endpoint.Power(power.hook("stop"), power.hook("start"));
  }

  private static Optional<Dialect> dialect(Section root) {
    if (!root.keys().contains("dialect")) {
      return Optional.empty();
    }
    String word = root.text("dialect");
    Optional<Dialect> dialect = Arrays.stream(Dialect.values())
        .filter(known -> known.name().equalsIgnoreCase(word))
        .findFirst();
    if (dialect.isEmpty()) {
      root.wrong("dialect", "give a, b or c, or leave it out to have it found");
    }
    return dialect;
  }

  private static ChainSpec chain(Section chain) {
    chain.knows("url", "id", "adjudicator", "deployed-at", "allow-mainnet");
    boolean allowed = chain.flag("allow-mainnet");
    return new ChainSpec(chain.url("url"), ChainSection.id(chain, allowed),
        chain.text("adjudicator", ADDRESS,
            "give the address of the contract that holds deposits, 0x and 40 hex digits"),
        chain.number("deployed-at", Optional.of(0L)), allowed);
  }

  private static Set<Capability> capabilities(Section root) {
    Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
    for (String word : root.words("capabilities")) {
      Arrays.stream(Capability.values())
          .filter(capability -> TargetJson.word(capability).equals(word))
          .findFirst()
          .ifPresentOrElse(capabilities::add, () -> root.wrong("capabilities", word + " is none of "
              + String.join(", ", Arrays.stream(Capability.values()).map(TargetJson::word).toList())));
    }
    return capabilities;
  }

  /** A file's name without folder and ending. */
  private String plainName() {
    Path file = Path.of(name).getFileName();
    String last = file == null ? name : file.toString();
    return last.toLowerCase(Locale.ROOT).replaceAll("\\.(conf|json)$", "");
  }
}
