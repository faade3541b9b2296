package cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import rig.Rig;
import targets.Endpoint;
import targets.Target;
import targets.TargetJson;

/** A rig that is kept up until Ctrl-C, with a target file that leads simulations to it. */
final class KeptUp {

  /** The project's folder: the launcher may be called from elsewhere. */
  static final Path PROJECT = Path.of(System.getProperty("broadside.home", ""));

  private final CommandSpec spec;
  private final PrintWriter out;
  private final Path targetFile;

  /**
   * For a command.
   *
   * @param targetFile where to write the target file; null for {@code target/<system>-rig.json} of the project
   */
  KeptUp(CommandSpec spec, @Nullable Path targetFile) {
    this.spec = spec;
    this.out = spec.commandLine().getOut();
    this.targetFile = Objects
        .requireNonNullElseGet(targetFile, () -> PROJECT.resolve("target/" + spec.name() + "-rig.json"))
        .toAbsolutePath()
        .normalize();
  }

  /**
   * Starts it, and returns only when it could not be started; Ctrl-C ends the process.
   *
   * @param describe tells what is particular to this kind of rig
   */
  int keep(Supplier<Rig> binding, Consumer<Target> describe) throws InterruptedException {
    try {
      Rig rig = binding.get();
      rig.start(this::print);
      // Before this point the end of the process is enough: what a half-started rig leaves is swept by its reaper.
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(rig), "rig-down"));
      write(rig.target());
      describe.accept(rig.target());
      print("\ntarget file " + targetFile);
      print("A run against this rig: mvn gatling:test -Dtarget=" + targetFile);
      print("Ctrl-C ends it.");
    } catch (IOException | IllegalStateException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return spec.exitCodeOnExecutionException();
    }
    new CountDownLatch(1).await();
    return spec.exitCodeOnSuccess();
  }

  private void write(Target target) throws IOException {
    Files.createDirectories(targetFile.getParent());
    Files.writeString(targetFile,
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(TargetJson.whole(target)));
  }

  /** Tells where a server of the rig answers, and its database. */
  void endpoint(Endpoint endpoint) {
    print("  API         " + endpoint.url());
    endpoint.database().ifPresent(database -> print("  database    " + database.url() + "?user=" + database.user()));
  }

  private void stop(Rig rig) {
    rig.close();
    print("The rig is down.");
  }

  void print(String line) {
    out.println(line);
    out.flush();
  }
}
