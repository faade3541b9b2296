package history.jepsen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import history.jepsen.Entry.Type;
import history.jepsen.JepsenWriter.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The form is that which elle-cli reads; docs/history.md shows it. */
final class JepsenWriterTest {

  @TempDir
  private Path folder;

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text.replace('\'', '"'));
  }

  private static List<Entry> entries() throws IOException {
    return List.of(new Entry(Type.INVOKE, "read", NullNode.getInstance(), 0, 10),
        new Entry(Type.OK, "read", json("{'user 1': 5, 'paid': -1}"), 0, 20),
        new Entry(Type.FAIL, "transfer", json("{'from': 'user 1', 'amount': 12345678901}"), 1, 30),
        new Entry(Type.INFO, "txn", new ObjectMapper().readTree("""
            [["append", "a \\"b\\"", 1], ["r", 2, null], ["r", 3, [1.5, true]]]"""), 2, 40));
  }

  private List<String> written(Form form) throws IOException {
    Path file = folder.resolve("h." + form);
    JepsenWriter.write(file, entries(), form);
    assertThat(new JepsenFile(file).entries()).isEqualTo(entries());
    return Files.readAllLines(file);
  }

  @Test
  void ednIsOneMapInEachLine() throws IOException {
    assertThat(written(Form.EDN)).containsExactly("{:index 0 :type :invoke :f :read :value nil :process 0 :time 10}",
        "{:index 1 :type :ok :f :read :value {\"user 1\" 5 \"paid\" -1} :process 0 :time 20}",
        "{:index 2 :type :fail :f :transfer :value {:from \"user 1\" :amount 12345678901} :process 1 :time 30}",
        "{:index 3 :type :info :f :txn :value [[:append \"a \\\"b\\\"\" 1] [:r 2 nil] [:r 3 [1.5 true]]] :process 2 :time 40}");
  }

  @Test
  void jsonIsOneArrayWithAnOperationInEachLine() throws IOException {
    assertThat(written(Form.JSON)).containsExactly(
        "[{\"index\":0,\"type\":\"invoke\",\"f\":\"read\",\"value\":null,\"process\":0,\"time\":10},",
        "{\"index\":1,\"type\":\"ok\",\"f\":\"read\",\"value\":{\"user 1\":5,\"paid\":-1},\"process\":0,\"time\":20},",
        "{\"index\":2,\"type\":\"fail\",\"f\":\"transfer\",\"value\":{\"from\":\"user 1\",\"amount\":12345678901},\"process\":1,\"time\":30},",
        "{\"index\":3,\"type\":\"info\",\"f\":\"txn\",\"value\":[[\"append\",\"a \\\"b\\\"\",1],[\"r\",2,null],[\"r\",3,[1.5,true]]],"
            + "\"process\":2,\"time\":40}]");
  }
}
