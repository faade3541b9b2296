package protocol.nemesis;

import fault.Fault;
import fault.ServiceStopped;
import io.gatling.javaapi.core.ActionBuilder;
import java.time.Duration;
import java.util.function.Supplier;
import targets.Target;

/** The verbs of a nemesis, and what it may break. */
public final class NemesisDsl {

  private NemesisDsl() {}

  /**
   * Breaks something for so long, heals it, and goes on when it works again, or was given up.
   *
   * <p>Row {@code fault: <title>}, from just before it is broken until it is healed; KO when it could not be done or healed, or does not work
   * again.
   */
  public static ActionBuilder window(Fault fault, Duration duration) {
    String row = "fault: " + fault.title();
    return NemesisProtocol.KEY.action(row,
        (turn, nemesis) -> nemesis.faults().open(fault, duration, turn.guarded(window -> {
          turn.request(row, window.started(), window.ended(), window.outcome());
          turn.end();
        })));
  }

  /**
   * One server of the target is stopped, and started again.
   *
   * @param target asked for once the run has begun
   * @param role its name in the target file, for example {@code order}
   */
  public static Fault serviceStopped(Supplier<Target> target, String role) {
    return new ServiceStopped(target, role);
  }
}
