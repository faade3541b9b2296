package protocol.engine;

import io.gatling.core.Predef$;
import io.gatling.javaapi.core.CheckBuilder;
import io.gatling.javaapi.core.Session;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.gatling.javaapi.core.CoreDsl.bodyBytes;
import static io.gatling.javaapi.core.CoreDsl.bodyLength;
import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.jmesPath;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.md5;
import static io.gatling.javaapi.core.CoreDsl.regex;
import static io.gatling.javaapi.core.CoreDsl.responseTimeInMillis;
import static io.gatling.javaapi.core.CoreDsl.sha1;
import static io.gatling.javaapi.core.CoreDsl.substring;
import static io.gatling.javaapi.core.CoreDsl.xpath;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class ChecksTest {

  private static final Bench BENCH = new Bench();
  private static final byte[] BODY = FaultServer.JSON.getBytes(StandardCharsets.UTF_8);
  private final RpcResponse response = new RpcResponse(200, EmptyHttpHeaders.INSTANCE, BODY, 0, 12_000_000);

  @BeforeEach
  void giveTheDslItsConfiguration() {
    Predef$.MODULE$._configuration_$eq(Bench.CONFIGURATION);
  }

  @AfterAll
  static void close() {
    BENCH.close();
  }

  @Test
  void everyCheckThatFitsPassesAndSaves() {
    var checked = check(jsonPath("$.id").saveAs("id"), jmesPath("turn.number").ofInt().is(4).saveAs("turn"),
        regex("\"(c-\\d)\"").saveAs("match"), substring("tags").exists(), bodyString().is(FaultServer.JSON),
        bodyBytes().is(BODY), bodyLength().is(BODY.length), responseTimeInMillis().lte(12),
        responseTimeInMillis().gt(11), md5().is("3b3fac29b57dd6e52fb30ce1bb2f424e"),
        sha1().is("7bb791c9877e15e41d1fcfd95912f002e23998d8"));

    assertThat(checked.failure()).isNull();
    assertThat(checked.session().getString("id")).isEqualTo("c-1");
    assertThat(checked.session().getInt("turn")).isEqualTo(4);
    assertThat(checked.session().getString("match")).isEqualTo("c-1");
  }

  @Test
  void theFirstFailureIsTold() {
    var checked = check(jsonPath("$.id").is("c-2"), jsonPath("$.none").exists());

    assertThat(checked.ok()).isFalse();
    assertThat(checked.failure()).contains("c-2").contains("c-1");
  }

  @Test
  void whatIsNotJsonIsAFailureAndNoCrash() {
    byte[] html = "<html>".getBytes(StandardCharsets.UTF_8);
    var checked = Checks.of(List.of(jsonPath("$.id").exists()))
        .apply(new RpcResponse(502, EmptyHttpHeaders.INSTANCE, html, 0, 1), session());

    assertThat(checked.ok()).isFalse();
  }

  @Test
  void aCheckThatDoesNotFitIsRefusedAtOnce() {
    assertThatThrownBy(() -> Checks.of(List.of(xpath("//a").exists()))).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("XPath")
        .hasMessageContaining("jsonPath");
  }

  private Checks.Checked check(CheckBuilder... builders) {
    return Checks.of(List.of(builders)).apply(response, session());
  }

  private static Session session() {
    return new Session(BENCH.user());
  }
}
