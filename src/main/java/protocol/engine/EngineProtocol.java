package protocol.engine;

import io.gatling.core.protocol.Protocol;
import io.gatling.javaapi.core.ProtocolBuilder;

/**
 * The settings of one of our protocols, as given to {@code protocols(..)}: a record, so that equal settings share their clients.
 *
 * <p>Each system that is spoken to has a class of its own: Gatling keeps one value per class.
 */
public interface EngineProtocol extends Protocol, ProtocolBuilder {

  /** What the run's protocols share. */
  Engine engine();

  @Override
  default Protocol protocol() {
    return this;
  }
}
