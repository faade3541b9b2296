package architecture;

import architecture.Sources.Source;
import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code docs/catalogue.md} is made from the sources; when it is out of date, this test writes the new one beside the build. */
final class CatalogueTest {

  private static final Path CATALOGUE = Path.of("docs/catalogue.md");
  private static final Path MADE = Path.of("target/catalogue.md");

  @Test
  void catalogueIsUpToDate() throws IOException {
    String made = catalogue();
    Files.writeString(MADE, made);
    assertThat(Files.exists(CATALOGUE) ? Files.readString(CATALOGUE) : "")
        .as("docs/catalogue.md is out of date: cp target/catalogue.md docs/catalogue.md")
        .isEqualTo(made);
  }

  private static String catalogue() {
    return "# Catalogue\n\nMade from the first sentences of the sources; a test keeps it up to date.\n"
        + section("Simulations", "src/test/java/simulations", "Simulation")
        + section("Invariants", "src/main/java/invariant", "") + section("Faults", "src/main/java/fault", "")
        + section("Commands", "src/main/java/cli", "Command");
  }

  private static String section(String title, String folder, String ending) {
    List<Path> files = Sources.paths(folder)
        .stream()
        .filter(path -> path.toString().endsWith(ending + ".java") && !path.endsWith("package-info.java"))
        .filter(path -> !path.endsWith("SystemSimulation.java"))
        .toList();
    String rows = Sources.parse(files)
        .stream()
        .filter(CatalogueTest::isEntry)
        .map(CatalogueTest::row)
        .sorted()
        .collect(Collectors.joining());
    return "\n## " + title + "\n\n| name | what it is |\n|---|---|\n" + rows;
  }

  /** Public simulations and commands, and the classes that implement an invariant or a fault: no plug-point, no vocabulary. */
  private static boolean isEntry(Source source) {
    ClassTree type = type(source);
    String plugPoint = source.path().startsWith("src/main/java/invariant") ? "Invariant"
        : source.path().startsWith("src/main/java/fault") ? "Fault" : "";
    return (type.getKind() == Tree.Kind.CLASS || type.getKind() == Tree.Kind.RECORD)
        && !type.getModifiers().getFlags().contains(Modifier.ABSTRACT) && (plugPoint.isEmpty()
            || type.getImplementsClause().stream().anyMatch(name -> name.toString().equals(plugPoint)));
  }

  private static String row(Source source) {
    ClassTree type = type(source);
    DocTrees docs = (DocTrees) source.trees();
    DocCommentTree comment = docs.getDocCommentTree(TreePath.getPath(source.tree(), type));
    String sentence = comment == null ? ""
        : comment.getFirstSentence().stream().map(Object::toString).collect(Collectors.joining(" "));
    return "| `" + type.getSimpleName() + "` | " + plain(sentence) + " |\n";
  }

  private static ClassTree type(Source source) {
    return (ClassTree) source.tree().getTypeDecls().getFirst();
  }

  private static String plain(String sentence) {
    return sentence.replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`")
        .replaceAll("\\s+", " ")
        .replace("|", "\\|")
        .strip();
  }

  @Test
  void everyEntryHasASentence() {
    assertThat(catalogue().lines().filter(line -> line.endsWith("|  |")).map(line -> line.toLowerCase(Locale.ROOT)))
        .isEmpty();
  }
}
