package simulations;

import java.io.IOException;
import java.util.Set;
import lifecycle.IllegalSetting;
import lifecycle.Progress;
import lifecycle.Run;
import org.jspecify.annotations.Nullable;
import rig.Rig;
import targets.Capability;
import targets.Target;
import targets.TargetFile;

/** The target of a run: one of the user's own, or the rig, which is bound at once and started later. */
final class Binding {

  private static final String EMBEDDED = "embedded";

  private final String name;
  private final @Nullable Rig rig;
  private @Nullable Target target;

  private Binding(String name, @Nullable Rig rig, @Nullable Target target) {
    this.name = name;
    this.rig = rig;
    this.target = target;
  }

  /** Binds what {@code -Dtarget=} names, for the given system. */
  static Binding of(String system, Settings settings) {
    String name = settings.text("target", EMBEDDED);
    return name.equals(EMBEDDED) ? new Binding(name, Rigs.bind(system, settings), null)
        : new Binding(name, null, named(name, system));
  }

  private static Target named(String name, String system) {
    Target target = TargetFile.read(name, Binding.class.getClassLoader());
    if (!target.system().equals(system)) {
      throw new IllegalSetting("the target " + name + " is a " + target.system() + ", and this simulation is for a "
          + system + ": name another with -Dtarget=");
    }
    return target;
  }

  /** As given. */
  String name() {
    return name;
  }

  /** Whether Broadside brings the target along. */
  boolean isEmbedded() {
    return rig != null;
  }

  /** What the target can be asked for; known from the start. */
  Set<Capability> capabilities() {
    return rig == null ? target().capabilities() : rig.capabilities();
  }

  /** The target, once it is there. */
  Target target() {
    if (target == null) {
      throw new IllegalStateException("the embedded target is known once it is started");
    }
    return target;
  }

  /** Starts what was bound. */
  void start() throws IOException {
    if (rig != null) {
      rig.start(line -> Progress.tell("  %s", line));
      target = rig.target();
    }
  }

  /** Leaves the rig to a run, which closes it at its end. */
  void giveTo(Run run) {
    if (rig != null) {
      run.own(rig);
    }
  }

  /** Stops what was started, when there will be no run. */
  void close() {
    if (rig != null) {
      rig.close();
    }
  }
}
