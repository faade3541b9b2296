package protocol.rpc.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class MethodsFileTest {

  @TempDir
  private Path folder;

  private Path file(String... lines) throws IOException {
    return Files.writeString(folder.resolve("methods.csv"), String.join("\n", lines) + "\n");
  }

  private String refused(String... lines) throws IOException {
    Path file = file(lines);
    var told = new String[1];
    assertThatThrownBy(() -> MethodsFile.read(file)).isInstanceOf(MethodsFileException.class)
        .satisfies(e -> told[0] = e.getMessage());
    assertThat(told[0]).startsWith(file.toString());
    return told[0];
  }

  @Test
  void theMixThatComesWithBroadsideCanBeUsed() {
    List<Method> methods = MethodsFile.read(Path.of("src/test/resources/feeders/rollup/read-methods.csv"));
    assertThat(methods).extracting(Method::method)
        .contains("eth_call", "eth_getBlockByNumber", "eth_getLogs", "eth_getBalance", "eth_getTransactionReceipt",
            "eth_blockNumber", "eth_chainId", "eth_getTransactionByHash", "eth_estimateGas", "eth_getCode",
            "eth_feeHistory");
    assertThat(methods.stream().filter(method -> method.isPinned(false)).map(Method::method)).containsExactly(
        "eth_getBlockByNumber", "eth_getLogs", "eth_getTransactionReceipt", "eth_chainId", "eth_getTransactionByHash",
        "eth_getBlockByHash", "eth_getBlockReceipts", "net_version");
  }

  @Test
  void columnsComeInAnyOrderAndNamesTellRowsApart() throws IOException {
    List<Method> methods = MethodsFile.read(file("# a comment", "name,params,weight,method", "",
        "whole blocks,\"[\"\"#{block}\"\",true]\",2.5,eth_getBlockByNumber", ",,1,eth_gasPrice"));
    assertThat(methods).extracting(Method::name).containsExactly("whole blocks", "eth_gasPrice");
    assertThat(methods).extracting(Method::weight).containsExactly(2.5, 1.0);
    assertThat(methods.getFirst().params().with(_ -> "0x5")).isEqualTo("[\"0x5\",true]");
    assertThat(methods.getLast().params().with(_ -> "")).isEqualTo("[]");
  }

  @Test
  void everyBadLineHasItsOwnMessageWithLineFieldAndFix() throws IOException {
    assertThat(refused("method,weight,params", "eth_gasPrice,0,[]", "eth gasPrice,1,[]",
        "eth_getBalance,1,\"[\"\"#{adress}\"\"]\"", "eth_getBalance,many,[\"\"0x\"\"", "eth_sendRawTransaction,1,[]",
        "eth_getBalance,1,[\"0x1\",\"latest\"]", "eth_getBalance,1,[1,2]", "eth_gasPrice,1,{}", "eth_chainId,1,[]"))
        .contains("cannot be used: 9 problems")
        .contains("line 2, weight: '0' is wrong; give a number above 0, or take the line out")
        .contains("line 3, method: 'eth gasPrice' is wrong; give a method such as eth_getBalance")
        .contains("line 4, params: #{adress} is nothing that can be filled in; there are #{block} #{blockHash}")
        .contains("line 5, weight: 'many' is wrong")
        .contains("line 5, params: '[\"\"0x\"\"' is no JSON array; write for example")
        .contains("line 6, method: eth_sendRawTransaction changes something; only reads can be asked here")
        .contains("line 7: is no CSV: ")
        .contains("line 8: has 4 cells where the head has 3; put params in quotes, and each quote in them twice")
        .contains("line 9, params: '{}' is no JSON array")
        .doesNotContain("line 10");
  }

  @Test
  void aHeadThatIsNoneIsTold() throws IOException {
    assertThat(refused("method,share,params", "eth_gasPrice,1,[]"))
        .contains("line 1, weight: missing; begin the file with method,weight,params")
        .contains("line 1, share: unknown column; remove or correct it (known here: method, weight, params, name)");
  }

  @Test
  void aFileWithoutMethodsIsTold() throws IOException {
    assertThat(refused("method,weight,params")).contains("there is no method in it; write a line such as");
    assertThat(refused("method,weight,params", "eth_gasPrice,1,\"[]")).contains("line 2: is no CSV");
    assertThatThrownBy(() -> MethodsFile.read(folder.resolve("none.csv")))
        .hasMessageContaining("none.csv cannot be used: 1 problem")
        .hasMessageContaining("there is no such file; check the path");
  }
}
