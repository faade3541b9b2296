package architecture;

import architecture.Sources.Source;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A simulation has at most 60 lines, a class 200, a method 30, and 4 parameters; a record has as many as it has parts. */
final class SizeTest {

  private static final int SIMULATION = 60;
  private static final int CLASS = 200;
  private static final int METHOD = 30;
  private static final int PARAMETERS = 4;

  /** Justified exceptions: the end of a file's path, and the reason. */
  private static final Map<String, String> LARGE = Map.of();

  @Test
  void filesAreSmall() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path path : Sources.paths("src/main/java", "src/test/java", "src/jmh/java")) {
      List<String> text = Files.readAllLines(path);
      int lines = text.size();
      int limit = isSimulation(path, text) ? SIMULATION : CLASS;
      if (lines > limit && LARGE.keySet().stream().noneMatch(path.toString()::endsWith)) {
        tooLong.add(path + ": " + lines + " lines, " + limit + " allowed");
      }
    }
    assertThat(tooLong).isEmpty();
  }

  @Test
  void methodsAreSmall() {
    List<String> tooLarge = new ArrayList<>();
    for (Source source : Sources.parse(Sources.paths("src/main/java", "src/test/java", "src/jmh/java"))) {
      new Methods(source, tooLarge).scan(source.tree(), null);
    }
    assertThat(tooLarge).isEmpty();
  }

  /** One that can be run: what several simulations share is an abstract class. */
  private static boolean isSimulation(Path path, List<String> text) {
    return path.startsWith("src/test/java/simulations") && path.toString().endsWith("Simulation.java")
        && text.stream().anyMatch(line -> line.startsWith("public final class"));
  }

  private static final class Methods extends TreePathScanner<Void, Void> {

    private final Source source;
    private final List<String> tooLarge;

    Methods(Source source, List<String> tooLarge) {
      this.source = source;
      this.tooLarge = tooLarge;
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      long lines = source.end(method) - source.start(method) + 1;
      if (lines > METHOD) {
        tooLarge.add(name(method) + ": " + lines + " lines, " + METHOD + " allowed");
      }
      if (method.getParameters().size() > PARAMETERS && !overrides(method) && !inRecord()) {
        tooLarge.add(name(method) + ": " + method.getParameters().size() + " parameters, " + PARAMETERS + " allowed");
      }
      return super.visitMethod(method, nothing);
    }

    private String name(MethodTree method) {
      return source.path() + " " + method.getName();
    }

    private static boolean overrides(MethodTree method) {
      return method.getModifiers()
          .getAnnotations()
          .stream()
          .anyMatch(annotation -> annotation.getAnnotationType().toString().equals("Override"));
    }

    private boolean inRecord() {
      Tree parent = getCurrentPath().getParentPath().getLeaf();
      return parent instanceof ClassTree type && type.getKind() == Tree.Kind.RECORD;
    }
  }
}
