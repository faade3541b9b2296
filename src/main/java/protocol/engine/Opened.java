package protocol.engine;

import io.gatling.core.CoreComponents;
import io.gatling.core.protocol.ProtocolComponents;
import io.gatling.core.session.Session;
import scala.Function1;
import scala.runtime.BoxedUnit;

/**
 * Components as Gatling wants them.
 *
 * @param engine what the run's protocols share
 * @param components what the protocol opened
 */
record Opened<C extends Components>(Engine engine, C components) implements ProtocolComponents {

  /** The given components, to be closed with the run. */
  static <C extends Components> Opened<C> of(Engine engine, C components, CoreComponents core) {
    core.actorSystem().registerOnTermination(() -> {
      components.close();
      return BoxedUnit.UNIT;
    });
    return new Opened<>(engine, components);
  }

  @Override
  public Function1<Session, Session> onStart() {
    return session -> components.onStart(new io.gatling.javaapi.core.Session(session)).asScala();
  }

  @Override
  public Function1<Session, BoxedUnit> onExit() {
    return session -> {
      components.onExit(session.userId(), session.eventLoop());
      return BoxedUnit.UNIT;
    };
  }
}
