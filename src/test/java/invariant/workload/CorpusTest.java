package invariant.workload;

import history.jepsen.JepsenFile;
import invariant.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Histories whose names say what is wrong with them: {@code lost-update--with-unknowns.edn} is broken by a lost update, {@code holds…} and
 * {@code undetermined…} are what they say; {@code --linearizable} asks for that rule.
 */
final class CorpusTest {

  private static final Path CORPUS = Path.of("src/test/resources/histories");
  private static final String LINEARIZABLE = "--linearizable";

  private record Case(Workload workload, Path file) {

    /** What is wrong, as a judge calls it. */
    String anomaly() {
      return file.getFileName().toString().replaceFirst("\\..*", "").replaceFirst("--.*", "").replace('-', ' ');
    }

    boolean linearizable() {
      return file.toString().contains(LINEARIZABLE);
    }

    Verdict verdict(boolean linearizable) {
      WorkloadRules usual = WorkloadRules.defaults();
      var rules = new WorkloadRules(usual.total(), usual.accounts(), usual.negativeAllowed(), linearizable,
          usual.steps());
      return workload.judge(rules).judge(new JepsenFile(file));
    }

    @Override
    public String toString() {
      return CORPUS.relativize(file).toString();
    }
  }

  private static Stream<Case> cases(Workload workload) throws IOException {
    try (Stream<Path> files = Files.list(CORPUS.resolve(workload.toString()))) {
      return files.sorted().map(file -> new Case(workload, file)).toList().stream();
    }
  }

  static List<Case> all() throws IOException {
    Stream<Case> all = Stream.empty();
    for (Workload workload : Workload.values()) {
      all = Stream.concat(all, cases(workload));
    }
    return all.toList();
  }

  @ParameterizedTest
  @MethodSource("all")
  void isWhatItsNameSays(Case history) {
    Verdict verdict = history.verdict(history.linearizable());
    switch (history.anomaly()) {
      case "holds" -> assertThat(verdict).isInstanceOf(Verdict.Holds.class);
      case "undetermined" -> assertThat(verdict).isInstanceOf(Verdict.Undetermined.class);
      case String anomaly ->
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Broken.class, broken -> assertThat(broken.witnesses())
            .anySatisfy(witness -> assertThat(witness.replace('-', ' ')).startsWith(anomaly + ": ")));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatIsOnlyLateMayBeAllowed(Case history) {
    if (history.linearizable()) {
      assertThat(history.verdict(false)).isInstanceOf(Verdict.Holds.class);
    } else if (history.anomaly().equals("holds")) {
      assertThat(history.verdict(true)).isInstanceOf(Verdict.Holds.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void eachWorkloadIsSeenToHoldAndToBreak(Workload workload) throws IOException {
    assertThat(cases(workload).map(Case::anomaly)).contains("holds", "undetermined").hasSizeGreaterThan(4);
    assertThat(cases(workload).map(Case::toString)).anyMatch(name -> name.endsWith(".edn"))
        .anyMatch(name -> name.endsWith(".json"));
  }

  @Test
  void anEmptyHistoryTellsNothing(@org.junit.jupiter.api.io.TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("empty.edn"), "; nothing\n");
    for (Workload workload : Workload.values()) {
      assertThat(new Case(workload, file).verdict(false)).isInstanceOf(Verdict.Undetermined.class);
    }
  }
}
