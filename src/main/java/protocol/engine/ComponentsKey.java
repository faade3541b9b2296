package protocol.engine;

import io.gatling.core.CoreComponents;
import io.gatling.core.action.Action;
import io.gatling.core.config.GatlingConfiguration;
import io.gatling.core.protocol.Protocol;
import io.gatling.core.protocol.ProtocolKey;
import io.gatling.core.structure.ScenarioContext;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import scala.Function1;

/**
 * Where a protocol is known to Gatling, and where its actions come from.
 *
 * <p>One static instance per protocol: Gatling knows it by its identity. The components are opened once per run and settings, when the
 * first action of a scenario is built, and closed with the run.
 *
 * @param <P> the protocol's settings
 * @param <C> its components
 */
public final class ComponentsKey<P extends EngineProtocol, C extends Components> {

  private final Class<P> settings;
  private final BiFunction<P, Injector, C> open;
  private final Registered registered = new Registered();

  /** A key for the protocol with the given class of settings, whose components are opened by the given function. */
  public ComponentsKey(Class<P> settings, BiFunction<P, Injector, C> open) {
    this.settings = settings;
    this.open = open;
  }

  /**
   * An action that takes each virtual user through the given step. Honours throttling, {@code tryMax} and {@code exitASAP}.
   *
   * @param name the request's name: stable, lower-case, free of data; what the step throws is a KO row of this name
   */
  public ActionBuilder action(String name, Step<? super C> step) {
    return () -> new io.gatling.core.action.builder.ActionBuilder() {
      @Override
      public Action build(ScenarioContext context, Action next) {
        Opened<C> opened = opened(context);
        Place place = new Place(name, opened.engine(), context.coreComponents(), next);
        return new EngineAction(place, context.throttled(), turn -> step.run(turn, opened.components()));
      }
    };
  }

  /** An action that is made when the components are there, for one that depends on them. */
  public ActionBuilder late(Function<? super C, ? extends ActionBuilder> maker) {
    return () -> new io.gatling.core.action.builder.ActionBuilder() {
      @Override
      public Action build(ScenarioContext context, Action next) {
        return maker.apply(opened(context).components()).asScala().build(context, next);
      }
    };
  }

  /**
   * A request of Gatling's own HTTP DSL, kept in the history as an operation.
   *
   * @param kind of the operation: stable, lower-case, free of data; the row in Gatling's report has the request's own name
   */
  public Observed observed(String kind, HttpRequestActionBuilder request) {
    return Observed.of(kind, request, context -> opened(context).engine());
  }

  private Opened<C> opened(ScenarioContext context) {
    return context.protocolComponentsRegistry().components(registered);
  }

  private final class Registered implements ProtocolKey<P, Opened<C>> {

    @Override
    @SuppressWarnings("unchecked") // Scala's signature asks for a Class<Protocol>, and means any of its subclasses
    public Class<Protocol> protocolClass() {
      return (Class<Protocol>) (Class<?>) settings;
    }

    @Override
    public P defaultProtocolValue(GatlingConfiguration configuration) {
      throw new IllegalStateException("No " + settings.getSimpleName() + " was given: add one to protocols(..)");
    }

    /** Gatling calls this once per run, and the function it gives once per scenario: hence the memory. */
    @Override
    public Function1<P, Opened<C>> newComponents(CoreComponents core) {
      Map<P, Opened<C>> memory = new ConcurrentHashMap<>();
      Injector injector = new Injector(core);
      return protocol -> memory.computeIfAbsent(protocol,
          fresh -> Opened.of(fresh.engine(), open.apply(fresh, injector), core));
    }
  }
}
