package protocol.rpc;

import account.Account;
import account.Authorization;
import account.Blob;
import account.Kind;
import contract.Artifact;
import history.Note;
import history.Operation;
import history.Outcome;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.Session;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import protocol.engine.Expression;
import protocol.engine.ProtocolBench;
import protocol.engine.ProtocolBench.Row;
import protocol.rpc.chain.TestChain;
import protocol.rpc.node.RpcChain;
import protocol.rpc.transaction.FeePolicy;
import protocol.rpc.transaction.GasLimit;

import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static org.assertj.core.api.Assertions.assertThat;
import static protocol.rpc.RpcDsl.contractCall;
import static protocol.rpc.RpcDsl.deploy;
import static protocol.rpc.RpcDsl.rpc;
import static protocol.rpc.RpcDsl.settleTransactions;
import static protocol.rpc.RpcDsl.transfer;

/** Every kind of transaction against a real chain, and what that chain says itself. */
final class RpcTransactionOnAnvilTest {

  private static final String NOBODY = "0x" + "ee".repeat(20);

  private final ProtocolBench bench = new ProtocolBench();
  private TestChain chain;
  private Account payer;

  @BeforeEach
  void start() throws IOException {
    chain = TestChain.start();
    payer = chain.funded(7);
    RpcChain where = RpcChain.of("one", chain.id(), chain.url()).subscribing(chain.socket());
    bench.with(RpcProtocol.of(bench.engine(), () -> List.of(where)).accounts(() -> List.of(payer)));
  }

  @AfterEach
  void close() throws IOException {
    bench.close();
    if (chain != null) {
      chain.close();
    }
  }

  /** Sends, and compares what we know of it with what the chain says. */
  private Session sent(ActionBuilder transaction) throws Exception {
    Session user = bench.pass(transaction);
    assertThat(user.isFailed()).as(bench.rows().toString()).isFalse();
    Operation operation = bench.operations().getLast();
    Map<?, ?> receipt = (Map<?, ?>) chain.ask("eth_getTransactionReceipt", operation.entity());
    assertThat(operation.answered().get("blockHash").asText()).isEqualTo(receipt.get("blockHash"));
    assertThat(receipt.get("from")).isEqualTo(payer.address());
    return user;
  }

  @Test
  void everyKindIsTaken() throws Exception {
    sent(rpc("plain").sendTransaction(transfer(NOBODY, "1 gwei")));
    sent(rpc("legacy").sendTransaction(transfer(NOBODY, "1 gwei")).legacy());
    sent(rpc("listed").sendTransaction(transfer(NOBODY, "1"))
        .accessing(List.of(new Kind.Access(NOBODY, List.of("0x" + "00".repeat(32))))));
    sent(rpc("blob").sendTransaction(transfer(NOBODY, "1"))
        .carrying(
            Expression.of(_ -> List.of(Blob.of("hello".getBytes(StandardCharsets.UTF_8), Blob.Form.PROOF_PER_CELL)))));
    Authorization leave = Authorization.signedBy(payer, chain.id(), NOBODY, 5);
    sent(rpc("delegating").sendTransaction(transfer(NOBODY, "1"))
        .authorizing(Expression.constant(List.of(leave)))
        .gas(new GasLimit.Given(200_000)));
    assertThat(chain.ask("eth_getBalance", NOBODY, "latest")).isEqualTo("0x77359403");
    assertThat(bench.groups().keySet()).extracting(path -> path.getFirst())
        .containsExactlyInAnyOrder("plain", "legacy", "listed", "blob", "delegating");
  }

  @Test
  void contractsAreDeployedAndCalledAndMayRevert() throws Exception {
    Session user = sent(
        rpc("deploy").sendTransaction(deploy(Expression.constant(Artifact.named("Adjudicator").bytecode()))));
    String contract = user.getString(RpcDsl.CONTRACT_ADDRESS);
    assertThat((String) chain.ask("eth_getCode", contract, "latest")).hasSizeGreaterThan(100);
    ActionBuilder wrong = rpc("wrong").sendTransaction(contractCall(contract, "0xdeadbeef").value("1"))
        .gas(new GasLimit.Given(100_000))
        .revertExpected();
    assertThat(bench.pass(wrong).isFailed()).as("it is supposed to revert").isFalse();
    assertThat(bench.operations().getLast().outcome()).isInstanceOf(Outcome.Refused.class);
    Session estimated = bench.pass(rpc("estimated").sendTransaction(contractCall(contract, "0xdeadbeef")));
    assertThat(estimated.isFailed()).isTrue();
    assertThat(bench.rows().getLast()).extracting(Row::name, Row::code).containsExactly("queued", "estimate-reverted");
  }

  @Test
  void theSynchronousSendIsFoundOutAndTheAccountsAddUpToTheWei() throws Exception {
    BigInteger before = balance(payer.address());
    BigInteger spent = BigInteger.ZERO;
    for (int i = 0; i < 3; i++) {
      sent(rpc("sync").sendTransaction(transfer(NOBODY, "1 gwei"))
          .fees(FeePolicy.given("3 gwei", "1 gwei"))
          .check(jsonPath("$.status").is("0x1"))
          .sync());
      String fee = bench.operations().getLast().answered().get("fee").asText();
      spent = spent.add(new BigInteger(fee.substring(2), 16)).add(BigInteger.valueOf(1_000_000_000));
    }
    assertThat(balance(payer.address())).isEqualTo(before.subtract(spent));
    Session settled = bench.pass(settleTransactions(Duration.ofSeconds(10)));
    assertThat(settled.isFailed()).isFalse();
    assertThat(bench.events()).filteredOn(event -> event instanceof Note note && note.name().equals("transactions"))
        .singleElement()
        .satisfies(event -> assertThat(((Note) event).value().get("included").asLong()).isEqualTo(3));
  }

  private BigInteger balance(String address) throws IOException {
    return new BigInteger(((String) chain.ask("eth_getBalance", address, "latest")).substring(2), 16);
  }
}
