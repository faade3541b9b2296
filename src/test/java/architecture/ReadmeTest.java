package architecture;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The documents tell the truth: their links lead somewhere, their simulations exist, their Java compiles. */
final class ReadmeTest {

  private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#|mailto:)([^)#\\s]+)");
  private static final Pattern SIMULATION = Pattern.compile("simulationClass=(simulations\\.[\\w.]+)");
  private static final Pattern JAVA = Pattern.compile("(?ms)^```java\\n(.*?)^```");
  private static final Pattern CLASS_NAME = Pattern.compile("class (\\w+)");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");

  @Test
  void linksLeadSomewhere() throws IOException {
    List<String> dead = new ArrayList<>();
    for (Path document : documents()) {
      for (MatchResult link : LINK.matcher(Files.readString(document)).results().toList()) {
        if (!Files.exists(folder(document).resolve(link.group(1)))) {
          dead.add(document + " -> " + link.group(1));
        }
      }
    }
    assertThat(dead).isEmpty();
  }

  @Test
  void simulationsExist() throws IOException {
    List<String> unknown = new ArrayList<>();
    for (Path document : documents()) {
      for (MatchResult name : SIMULATION.matcher(Files.readString(document)).results().toList()) {
        String file = "src/test/java/" + name.group(1).replace('.', '/') + ".java";
        if (!Files.exists(Path.of(file))) {
          unknown.add(document + " -> " + name.group(1));
        }
      }
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void javaCompiles(@TempDir Path folder) throws IOException {
    List<String> sources = new ArrayList<>();
    for (Path document : documents()) {
      for (MatchResult block : JAVA.matcher(Files.readString(document)).results().toList()) {
        sources.add(write(folder, block.group(1)).toString());
      }
    }
    assertThat(sources).as("Java in the documents").isNotEmpty();
    assertThat(compile(folder, sources)).isEmpty();
  }

  private static Path write(Path folder, String source) throws IOException {
    MatchResult name = CLASS_NAME.matcher(source).results().findFirst().orElseThrow(() -> new AssertionError(source));
    MatchResult home = PACKAGE.matcher(source).results().findFirst().orElseThrow(() -> new AssertionError(source));
    Path file = folder.resolve(home.group(1).replace('.', '/')).resolve(name.group(1) + ".java");
    Files.createDirectories(folder(file));
    return Files.writeString(file, source);
  }

  private static String compile(Path folder, List<String> sources) {
    StringWriter problems = new StringWriter();
    var compiler = ToolProvider.getSystemJavaCompiler();
    var files = compiler.getStandardFileManager(null, null, null);
    List<String> options = List.of("-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path"),
        "--release", "25");
    boolean compiled = compiler
        .getTask(problems, files, null, options, null, files.getJavaFileObjects(sources.toArray(String[]::new)))
        .call();
    return compiled ? "" : problems.toString();
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
      return Stream.concat(Stream.of(Path.of("README.md")), docs.filter(path -> path.toString().endsWith(".md")))
          .toList();
    }
  }

  private static Path folder(Path file) {
    Path parent = file.getParent();
    return parent == null ? Path.of("") : parent;
  }
}
