package lifecycle;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Where a run's figures come from: which code, on which machine. */
final class Header {

  private static final long GIT_MILLIS = 1_000;

  private Header() {}

  /** What the simulation says of itself, and what this process knows of itself. */
  static ObjectNode of(ObjectNode simulation) {
    ObjectNode header = JsonNodeFactory.instance.objectNode().put("run", UUID.randomUUID().toString());
    header.setAll(simulation);
    header.put("commit", commit());
    versions(header.putObject("versions"));
    machine(header.putObject("machine"));
    return header;
  }

  private static void versions(ObjectNode versions) {
    Properties known = new Properties();
    try (InputStream file = Header.class.getResourceAsStream("/versions.properties")) {
      known.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    known.stringPropertyNames().stream().sorted().forEach(name -> versions.put(name, known.getProperty(name)));
    versions.put("jdk", ManagementFactory.getRuntimeMXBean().getVmName() + " " + Runtime.version());
  }

  private static void machine(ObjectNode machine) {
    var os = ManagementFactory.getOperatingSystemMXBean();
    machine.put("cores", os.getAvailableProcessors())
        .put("os", os.getName() + " " + os.getVersion() + " " + os.getArch())
        .put("heapBytes", Runtime.getRuntime().maxMemory());
    if (os instanceof com.sun.management.OperatingSystemMXBean more) {
      machine.put("memoryBytes", more.getTotalMemorySize());
    }
  }

  /** The commit that is checked out, marked when something was changed since; empty where there is no git. */
  private static String commit() {
    try {
      Process git = new ProcessBuilder("git", "describe", "--always", "--dirty", "--abbrev=40")
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      try (InputStream out = git.getInputStream()) {
        String answer = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
        return git.waitFor(GIT_MILLIS, TimeUnit.MILLISECONDS) && git.exitValue() == 0 ? answer : "";
      }
    } catch (IOException _) {
      return "";
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
