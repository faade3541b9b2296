package simulations;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lifecycle.Progress;
import lifecycle.Run;
import load.LoadFileException;
import org.jspecify.annotations.Nullable;
import rig.Rig;
import targets.Capability;
import targets.Endpoint;
import targets.Target;
import targets.TargetFile;
import targets.TargetFileException;

/** The target of a run: one of the user's own, or the rig, which is bound and started when the run is about to begin. */
final class Binding {

  private static final String EMBEDDED = "embedded";

  private final String system;
  private final Settings settings;
  private final String name;
  private @Nullable Rig rig;
  private @Nullable Target target;

  /** The target that {@code -Dtarget=} names, for the given system. */
  Binding(String system, Settings settings) {
    this.system = system;
    this.settings = settings;
    this.name = settings.text("target", EMBEDDED);
    this.target = isEmbedded() ? null : named().orElse(null);
    Rigs.SETTINGS.forEach(settings::given); // so that the head of the run tells them
  }

  private Optional<Target> named() {
    try {
      Target named = TargetFile.read(name, Binding.class.getClassLoader());
      if (named.system().equals(system)) {
        return Optional.of(named);
      }
      settings.problem("the target " + name + " is a " + named.system() + ", and this simulation is for a " + system
          + ": name another with -Dtarget=");
    } catch (TargetFileException e) {
      settings.problem(String.valueOf(e.getMessage()));
    }
    return Optional.empty();
  }

  /** As given. */
  String name() {
    return name;
  }

  /** Whether Broadside brings the target along. */
  boolean isEmbedded() {
    return name.equals(EMBEDDED);
  }

  /** What the target can be asked for; known from the start. */
  Set<Capability> capabilities() {
    if (isEmbedded()) {
      return Rigs.capabilities(system, settings);
    }
    return target == null ? Set.of() : target.capabilities();
  }

  /** Who the target's servers are; known from the start, and none when the target cannot be used. */
  Set<String> roles() {
    if (isEmbedded()) {
      return Rigs.roles(settings);
    }
    return target == null ? Set.of()
        : target.endpoints().stream().map(Endpoint::role).collect(Collectors.toUnmodifiableSet());
  }

  /** The target, once it is there. */
  Target target() {
    if (target == null) {
      throw new IllegalStateException("the target is known once the run is about to begin");
    }
    return target;
  }

  /** Takes its ports; what it cannot be asked to be is a problem of the settings. */
  void bind() {
    if (isEmbedded()) {
      try {
        rig = Rigs.bind(system, settings);
      } catch (IllegalArgumentException | IllegalStateException | LoadFileException e) {
        settings.problem(String.valueOf(e.getMessage()));
      }
    }
  }

  /** Starts what there is to start. */
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
