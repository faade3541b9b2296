package fault;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import targets.Hook;

/** Carries out what a target's owner lets us do to it. Blocks; can be interrupted. */
final class Hooks {

  /** How much of an answer or an output is told. */
  private static final int SHOWN = 300;
  private static final int OK = 200;
  private static final int REDIRECT = 300;

  private Hooks() {}

  /**
   * Calls or runs a hook.
   *
   * @param name where the target file has it, for example {@code endpoints.order.power.stop}
   * @throws IOException when it failed, or took too long: a line that says so, without what may be secret in an address or a command line
   */
  static void carryOut(String name, Hook hook, Duration patience) throws IOException, InterruptedException {
    switch (hook) {
      case Hook.Call(URI url) -> call(name + " (POST " + Told.place(url) + ")", url, patience);
      case Hook.Command(List<String> words) -> run(name + " (" + words.getFirst() + " …)", words, patience);
    }
  }

  /** The status of an answer to a GET. Throws when there is none. */
  static int status(URI url, Duration patience) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(url).timeout(patience).GET().build()).statusCode();
  }

  private static void call(String name, URI url, Duration patience) throws IOException, InterruptedException {
    HttpResponse<String> answer;
    try {
      answer = send(HttpRequest.newBuilder(url).timeout(patience).POST(BodyPublishers.noBody()).build());
    } catch (HttpTimeoutException e) {
      throw new IOException(name + " was not answered within " + Told.seconds(patience), e);
    } catch (IOException e) {
      throw new IOException(name + " was not answered: " + Told.why(e), e);
    }
    if (answer.statusCode() < OK || answer.statusCode() >= REDIRECT) {
      throw new IOException(name + " was answered with " + answer.statusCode() + said(answer.body()));
    }
  }

  /** With a client of its own: calls are few, and nothing is left open. */
  private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      try {
        return client.send(request, BodyHandlers.ofString());
      } finally {
        client.shutdownNow(); // or close() would wait for what was given up
      }
    }
  }

  private static void run(String name, List<String> words, Duration patience) throws IOException, InterruptedException {
    Path output = Files.createTempFile("broadside-hook-", ".txt"); // a pipe would stay open as long as a server that was started in the background
    try {
      Process process = start(name, words, output);
      try {
        if (!process.waitFor(patience)) {
          throw new IOException(name + " has not ended within " + Told.seconds(patience)
              + "; a server has to be started in the background" + said(text(output)));
        }
      } finally {
        kill(process);
      }
      if (process.exitValue() != 0) {
        throw new IOException(name + " ended with " + process.exitValue() + said(text(output)));
      }
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private static Process start(String name, List<String> words, Path output) throws IOException {
    try {
      Process process = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output.toFile()).start();
      process.getOutputStream().close(); // nobody will type anything
      return process;
    } catch (IOException e) {
      throw new IOException(name + " cannot be run: is " + words.getFirst() + " installed, and on the path?", e);
    }
  }

  /** What is still there after its time; whom a program that has ended left behind is a server, and meant to stay. */
  private static void kill(Process process) {
    if (process.isAlive()) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static String text(Path output) throws IOException {
    return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
  }

  private static String said(String text) {
    String said = text.strip().replaceAll("\\s+", " ");
    return said.isEmpty() ? "" : ": " + (said.length() <= SHOWN ? said : said.substring(0, SHOWN) + "…");
  }
}
