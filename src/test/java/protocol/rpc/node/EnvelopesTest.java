package protocol.rpc.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

final class EnvelopesTest {

  @ParameterizedTest
  @ValueSource(strings = {"\"0x1\"", "{\"a\":[1,{\"b\":\"}\"}],\"result\":2}", "[]", "12", "-1.5e3", "true", "null",
      "\"ünd \\\" \\u00e4\"", "[[1, 2] , {}]"})
  void theResultIsExactlyTheBytesOfTheResult(String result) throws IOException {
    for (String frame : List.of("{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":%s}", "{\"result\" : %s , \"id\" : 7}",
        " {\"x\":{\"result\":1},\"result\":%s,\"id\":7} ", "{\"error\":null,\"id\":7,\"result\":\n%s\n}")) {
      byte[] bytes = frame.formatted(result).getBytes(StandardCharsets.UTF_8);
      Envelope envelope = Envelopes.read(bytes);
      assertThat(envelope.id()).isEqualTo(7);
      assertThat(envelope.error()).isNull();
      assertThat(text(envelope.result().of(bytes))).as(frame).isEqualTo(result);
      assertThat(envelope.hasResult(bytes)).isEqualTo(!result.equals("null"));
    }
  }

  @Test
  void anErrorIsReadWithItsData() throws IOException {
    Envelope envelope = read("""
        {"id":1,"error":{"code":3,"message":"execution reverted","data":"0x08c3","more":{"a":1}}}""");
    assertThat(envelope.error()).isEqualTo(new RpcError(3, "execution reverted", "0x08c3"));
    assertThat(envelope.result().end()).isZero();
  }

  @Test
  void errorsOfAnyShapeAreErrors() throws IOException {
    assertThat(read("{\"id\":1,\"error\":\"broken\"}").error()).isEqualTo(new RpcError(0, "", null));
    assertThat(read("{\"id\":1,\"error\":{}}").error()).isEqualTo(new RpcError(0, "", null));
    assertThat(read("{\"id\":1,\"error\":{\"code\":\"-5\",\"message\":null,\"data\":{\"a\":[1]}}}").error())
        .isEqualTo(new RpcError(-5, "", null));
  }

  @Test
  void idsThatCannotBeOursAreNone() throws IOException {
    for (String id : List.of("null", "\"7\"", "{\"a\":1}", "1.5")) {
      assertThat(read("{\"id\":" + id + ",\"result\":1}").id()).as(id).isEqualTo(Envelope.NONE);
    }
    assertThat(read("{\"result\":1}").id()).isEqualTo(Envelope.NONE);
  }

  @Test
  void aNotificationIsReadWithWhatItBrings() throws IOException {
    String message = """
        {"jsonrpc":"2.0","method":"eth_subscription","params":{"result":{"number":"0x1"},"subscription":"0xab"}}""";
    Envelope envelope = read(message);
    assertThat(envelope.subscription()).isEqualTo("0xab");
    assertThat(text(envelope.result().of(bytes(message)))).isEqualTo("{\"number\":\"0x1\"}");
  }

  @Test
  void theItemsOfABatchAreCutOutOfIt() throws IOException {
    String batch = """
        [ {"id":2,"result":"ä"}, {"id":1,"error":{"code":-32000,"message":"no"}} ]""";
    List<Envelope> envelopes = Envelopes.readAll(bytes(batch));
    assertThat(envelopes).extracting(Envelope::id).containsExactly(2L, 1L);
    Envelope first = envelopes.getFirst();
    assertThat(text(new Envelope.Span(first.start(), first.end()).of(bytes(batch))))
        .isEqualTo("{\"id\":2,\"result\":\"ä\"}");
    assertThat(text(first.result().of(bytes(batch)))).isEqualTo("\"ä\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "<html>", "[]", "1", "{\"id\":1", "{\"id\":1}{\"id\":2}", "{\"id\":99999999999999999999}"})
  void whatIsNoFrameIsToldSo(String text) {
    assertThatIOException().isThrownBy(() -> read(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "1", "[1]", "[{\"id\":1}", "[[]]"})
  void whatIsNoBatchIsToldSo(String text) {
    assertThatIOException().isThrownBy(() -> Envelopes.readAll(bytes(text)));
  }

  private static Envelope read(String text) throws IOException {
    return Envelopes.read(bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
