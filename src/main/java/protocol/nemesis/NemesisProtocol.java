package protocol.nemesis;

import fault.FaultInjector;
import protocol.engine.Components;
import protocol.engine.ComponentsKey;
import protocol.engine.Engine;
import protocol.engine.EngineProtocol;

/**
 * The settings of what is broken on purpose.
 *
 * @param engine what the run's protocols share
 * @param faults breaks and heals; the run owns it, since it must heal also when Gatling itself is gone
 */
public record NemesisProtocol(Engine engine, FaultInjector faults) implements EngineProtocol {

  static final ComponentsKey<NemesisProtocol, Nemesis> KEY = new ComponentsKey<>(NemesisProtocol.class,
      (settings, _) -> new Nemesis(settings.faults()));

  /** What the step needs. */
  record Nemesis(FaultInjector faults) implements Components {

    @Override
    public void close() {}
  }
}
