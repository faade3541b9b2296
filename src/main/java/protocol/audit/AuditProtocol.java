package protocol.audit;

import java.time.Duration;
import protocol.engine.Components;
import protocol.engine.ComponentsKey;
import protocol.engine.Engine;
import protocol.engine.EngineProtocol;

/**
 * The settings of the run's end.
 *
 * @param engine what the run's protocols share
 * @param audit what is judged
 * @param patience how long pending operations are waited for
 */
public record AuditProtocol(Engine engine, Audit audit, Duration patience) implements EngineProtocol {

  static final ComponentsKey<AuditProtocol, Auditing> KEY = new ComponentsKey<>(AuditProtocol.class,
      (settings, _) -> new Auditing(settings));

  /** What the two steps need. */
  record Auditing(AuditProtocol settings) implements Components {

    @Override
    public void close() {}
  }
}
