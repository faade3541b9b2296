package history.jepsen;

import history.Operation;
import history.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class JepsenFileTest {

  @TempDir
  private Path folder;

  private List<Operation> read(String name, String text) throws IOException {
    try (var operations = new JepsenFile(Files.writeString(folder.resolve(name), text)).operations()) {
      return operations.toList();
    }
  }

  @Test
  void endsAreMatchedWithBeginningsByProcess() throws IOException {
    List<Operation> read = read("a.edn", """
        {:type :invoke, :f :read, :process 0} {:type :invoke, :f :add, :value 1, :process 1}
        {:type :ok, :f :add, :value 1, :process 1}
        {:type :ok, :f :read, :value #{1 :x}, :process 0}
        """);
    assertThat(read).extracting(Operation::kind).containsExactly("add", "read");
    assertThat(read).extracting(operation -> operation.invocation().started()).containsExactly(1L, 0L);
    assertThat(read).extracting(Operation::ended).containsExactly(2L, 3L);
    assertThat(read.getLast().answered()).map(Object::toString).containsExactlyInAnyOrder("1", "\"x\"");
  }

  @Test
  void whatNeverEndedIsUnknownAndLast() throws IOException {
    List<Operation> read = read("a.edn", """
        [{:type :invoke, :f :add, :value 1, :process 0}
         {:type :invoke, :f :add, :value 2, :process 1}
         {:type :info, :f :add, :value 2, :process 1, :error :timeout}]
        """);
    assertThat(read).extracting(operation -> operation.asked().asInt()).containsExactly(2, 1);
    assertThat(read).extracting(Operation::outcome).hasOnlyElementsOfType(Outcome.Unknown.class);
  }

  @Test
  void allFormsAreTheSame() throws IOException {
    String edn = """
        {:index 0 :type :invoke, :f :txn, :value [[:append :x 1] [:r 2 nil]], :process 3}
        ; a comment
        {:index 1 :type :ok, :f :txn, :value [[:append :x 1] [:r 2 [1 -5]]], :process 3}""";
    String json = """
        {"index":0,"type":"invoke","f":"txn","value":[["append","x",1],["r",2,null]],"process":3}
        {"index":1,"type":"ok","f":"txn","value":[["append","x",1],["r",2,[1,-5]]],"process":3}""";
    List<Operation> expected = read("a.edn", edn);
    assertThat(expected).hasSize(1);
    assertThat(read("vector.edn", "[" + edn + "\n]")).isEqualTo(expected);
    assertThat(read("list.EDN", "; first\n(" + edn + ")")).isEqualTo(expected);
    assertThat(read("a.json", json)).isEqualTo(expected);
    assertThat(read("array.json", "[" + json.replace("\n", ",\n") + "]")).isEqualTo(expected);
    assertThat(read("records.edn", edn.replace("{", "#jepsen.history.Op{"))).isEqualTo(expected);
  }

  @Test
  void whatANemesisDoesIsNoOperation() throws IOException {
    assertThat(read("a.edn", """
        {:type :info, :f :kill, :value ["n1"], :process :nemesis}
        {:type :invoke, :f :start, :process :nemesis}
        {:type :info, :f :kill, :value :done, :process :nemesis}
        """)).isEmpty();
  }

  @Test
  void anOperationWithoutAKindIsATransaction() throws IOException {
    assertThat(read("a.json", """
        {"type":"invoke","value":[["append",1,0]],"process":0}
        {"type":"ok","value":[["append",1,0]],"process":0}
        """)).extracting(Operation::kind).containsExactly("");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {:type :okay, :f :read, :process 0}                            | line 1: :type is "okay": write :invoke, :ok
      {:f :read, :process 0}                                         | line 1: :type is missing
      {:type :invoke, :f :read}                                      | line 1: :process is missing: write the number
      {:type :invoke, :f 5, :process 0}                              | line 1: :f is 5: write what is asked
      [{:type :invoke, :f :read, :process 0} 7]                      | element 2 (line 1): this is no operation
      {:type :ok, :f :read, :process 0}                              | :process 0 ends what it never began
      {:type :invoke, :f :read, :process 0                           | line 1: this is no EDN
      [{:type :invoke, :f :read, :process 0}                         | line 1: this is no EDN: the file ends before ]
      """)
  void whatIsWrongIsNamedWithItsPlaceAndCure(String text, String message) {
    assertThatThrownBy(() -> read("a.edn", text)).isInstanceOf(JepsenFileException.class)
        .hasMessageStartingWith(folder.resolve("a.edn") + ": ")
        .hasMessageContaining(message);
  }

  @Test
  void aProcessDoesOneThingAtATime() {
    assertThatThrownBy(() -> read("a.json", """
        {"type":"invoke","f":"read","process":0}
        {"type":"invoke","f":"read","process":0}
        """)).hasMessageContaining("line 2: :process 0 begins while its operation at index 0 is open: end that one");
    assertThatThrownBy(() -> read("b.json", """
        {"type":"invoke","f":"read","process":0}
        {"type":"ok","f":"add","process":0}
        """)).hasMessageContaining("line 2: :f is add, but process 0 has begun read at index 0");
  }

  @Test
  void ednInAFileOfAnotherNameIsToldApart() {
    assertThatThrownBy(() -> read("a.txt", "{:type :invoke}")).hasMessageContaining("line 1: this is no JSON")
        .hasMessageContaining("a file of EDN is named .edn");
  }
}
