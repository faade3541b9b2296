package rig;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Sees to it that child processes and scratch folders go when this JVM goes, also after {@code kill -9}.
 *
 * <p>A shell reads a pipe that only this JVM can write to. When the JVM ends, however it ends, the kernel closes the pipe;
 * the shell then ends the processes (first politely, after two seconds for good) and removes the folders. It has a session
 * of its own and ignores interrupts, so Ctrl-C in a terminal does not take it before its work is done.
 */
public final class Reaper {

  private static final String SCRIPT = """
      trap '' INT TERM HUP
      pids=' '
      folders=''
      while read -r what which; do
        case $what in
          pid) pids="$pids$which " ;;
          gone) pids="${pids%%" $which "*} ${pids#*" $which "}" ;;
          dir) folders="$folders$which
      " ;;
        esac
      done
      alive() { for pid in $pids; do kill -0 "$pid" 2>/dev/null && return 0; done; return 1; }
      for pid in $pids; do kill -TERM "$pid"; done
      rounds=0
      while alive && [ $rounds -lt 20 ]; do sleep 0.1; rounds=$((rounds + 1)); done
      for pid in $pids; do kill -KILL "$pid"; done
      printf '%s' "$folders" | while read -r folder; do rm -rf -- "$folder"; done
      """;

  private final OutputStream pipe;

  private Reaper() {
    try {
      pipe = inOwnSession(new ProcessBuilder("sh", "-c", SCRIPT).redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)).getOutputStream();
    } catch (IOException e) {
      throw new UncheckedIOException("no shell to watch over child processes", e);
    }
  }

  /** The shell starts with its first use, once per JVM. */
  private static final class Running {
    static final Reaper REAPER = new Reaper();
  }

  /**
   * Starts a process that ends with this JVM at the latest.
   *
   * <p>It gets a session of its own where the machine has {@code setsid}: Ctrl-C in a terminal is then for this JVM alone,
   * which can still drain and audit before it ends its children.
   */
  public static Process start(ProcessBuilder builder) throws IOException {
    Process process = inOwnSession(builder);
    watch(process.pid());
    return process;
  }

  /** Ends a process with this JVM; one that ends earlier is forgotten, since its number may be given to another. */
  public static void watch(long pid) {
    Running.REAPER.tell("pid", Long.toString(pid));
    ProcessHandle.of(pid).ifPresentOrElse(process -> process.onExit().thenRun(() -> forget(pid)), () -> forget(pid));
  }

  /** Removes a folder with all it contains when this JVM ends. */
  public static void remove(Path folder) {
    Running.REAPER.tell("dir", folder.toAbsolutePath().toString());
  }

  private static void forget(long pid) {
    Running.REAPER.tell("gone", Long.toString(pid));
  }

  private static Process inOwnSession(ProcessBuilder builder) throws IOException {
    List<String> plain = builder.command();
    var own = new ArrayList<>(List.of("setsid"));
    own.addAll(plain);
    try {
      return builder.command(own).start();
    } catch (IOException noSetsid) {
      return builder.command(plain).start();
    }
  }

  private synchronized void tell(String what, String which) {
    try {
      pipe.write((what + " " + which + "\n").getBytes(StandardCharsets.UTF_8));
      pipe.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("nobody watches over child processes any more", e);
    }
  }
}
