package protocol.engine;

import history.Event;
import history.Invocation;
import history.Operation;
import io.gatling.core.Predef$;
import io.gatling.core.pause.Constant$;
import io.gatling.core.protocol.Protocol;
import io.gatling.core.protocol.ProtocolComponentsRegistries;
import io.gatling.core.protocol.ProtocolComponentsRegistry;
import io.gatling.core.structure.ScenarioContext;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.internal.Converters;
import io.netty.channel.EventLoop;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lets users pass through the actions of a protocol, one at a time and without a simulation. */
public final class ProtocolBench implements AutoCloseable {

  private final Bench bench = new Bench();
  private @Nullable ProtocolComponentsRegistry registry;

  /** A row of Gatling's report; the code and the message are null when it is OK. */
  public record Row(List<String> groups, String name, boolean ok, @Nullable String code, @Nullable String message) {}

  public ProtocolBench() {
    Predef$.MODULE$._configuration_$eq(Bench.CONFIGURATION);
  }

  /** What the protocols share. */
  public Engine engine() {
    return bench.engine;
  }

  /** The event loop of the users. */
  public EventLoop loop() {
    return bench.loop();
  }

  /** A transport on that event loop. */
  public RpcTransport http() {
    return new HttpTransport(HttpSettings.defaults(), true, false);
  }

  /** WebSockets on that event loop. */
  public WsTransport sockets() {
    return new GatlingSockets(HttpSettings.defaults(), true, false);
  }

  /** The protocols that actions find from now on. */
  @SuppressWarnings("unchecked") // Scala's signature asks for a Class<Protocol>, and means any of its subclasses
  public ProtocolBench with(EngineProtocol protocol) {
    var none = Converters.<Class<? extends Protocol>, Protocol>toScalaMap(Map.of());
    var settings = Converters.<Class<? extends Protocol>, Protocol>toScalaMap(Map.of(protocol.getClass(), protocol));
    registry = new ProtocolComponentsRegistries(bench.core(), settings).scenarioRegistry(none);
    return this;
  }

  /** A user with these attributes passes; as it is afterwards. */
  public Session pass(ActionBuilder action, Map<String, Object> attributes) throws InterruptedException {
    return pass(action, new Session(bench.user()).setAll(attributes));
  }

  /** A user passes; as it is afterwards. */
  public Session pass(ActionBuilder action, Session user) throws InterruptedException {
    var context = new ScenarioContext(bench.core(), registry, Constant$.MODULE$, false);
    action.asScala().build(context, bench.exit()).$bang(user.asScala());
    return bench.next();
  }

  /** A user without attributes passes; as it is afterwards. */
  public Session pass(ActionBuilder action) throws InterruptedException {
    return pass(action, Map.of());
  }

  /** What was reported so far. */
  public List<Row> rows() {
    return bench.stats.responses.stream()
        .map(row -> new Row(row.groups(), row.name(), row.ok(), row.code(), row.message()))
        .toList();
  }

  /** The groups that ended so far: their paths, OK or not. */
  public Map<List<String>, Boolean> groups() {
    return bench.stats.groups.stream()
        .collect(Collectors.toMap(RecordedStats.Group::groups, RecordedStats.Group::ok, (_, last) -> last));
  }

  /** Problems of users that were sent on without a request. */
  public List<String> crashes() {
    return bench.stats.crashes.stream().map(RecordedStats.Crash::problem).toList();
  }

  /** What went into the history. */
  public List<Event> events() {
    return bench.events;
  }

  /** The operations that were asked. */
  public List<Invocation> invocations() {
    return bench.events.stream().filter(Invocation.class::isInstance).map(Invocation.class::cast).toList();
  }

  /** The operations that ended. */
  public List<Operation> operations() {
    return bench.events.stream().filter(Operation.class::isInstance).map(Operation.class::cast).toList();
  }

  @Override
  public void close() {
    bench.close();
  }
}
