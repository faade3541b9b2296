package protocol.rpc;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatling.javaapi.core.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import protocol.engine.ExpressionFailure;

/** A request of JSON-RPC but for its id. What is the same for everybody is turned into bytes once. */
final class Template {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] HEAD = "{\"jsonrpc\":\"2.0\",\"id\":".getBytes(StandardCharsets.UTF_8);
  private static final int USUAL_SIZE = 256;

  private final String method;
  private final byte[] middle;
  private final List<Param> params;
  private final byte @Nullable [] constant;

  private Template(String method, List<Param> params) throws IOException {
    this.method = method;
    this.params = params;
    this.middle = (",\"method\":" + JSON.writeValueAsString(method) + ",\"params\":").getBytes(StandardCharsets.UTF_8);
    this.constant = params.stream().allMatch(Param::isConstant) ? constant(params) : null;
  }

  /**
   * A request.
   *
   * @param params as {@link Param#of} takes them
   * @throws IllegalArgumentException when one cannot be written as JSON
   */
  static Template of(String method, @Nullable Object... params) {
    List<Param> compiled = new ArrayList<>();
    Arrays.stream(params).map(Param::of).forEach(compiled::add);
    try {
      return new Template(method, compiled);
    } catch (IOException e) {
      throw new IllegalArgumentException("a parameter of " + method + " is nothing that JSON has: " + e.getMessage(),
          e);
    }
  }

  String method() {
    return method;
  }

  /** The request's bytes for one user. */
  byte[] body(long id, Session session) throws ExpressionFailure {
    var out = new ByteArrayOutputStream(USUAL_SIZE);
    write(id, session, out);
    return out.toByteArray();
  }

  /** The same behind what is there already. */
  void write(long id, Session session, ByteArrayOutputStream out) throws ExpressionFailure {
    out.writeBytes(HEAD);
    out.writeBytes(Long.toString(id).getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(middle);
    writeParams(session, out);
    out.write('}');
  }

  /** The parameters alone, a JSON array. */
  String params(Session session) throws ExpressionFailure {
    var out = new ByteArrayOutputStream(USUAL_SIZE);
    writeParams(session, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private void writeParams(Session session, ByteArrayOutputStream out) throws ExpressionFailure {
    if (constant != null) {
      out.writeBytes(constant);
      return;
    }
    try {
      write(params, session, out);
    } catch (IOException e) {
      throw new ExpressionFailure("a parameter of " + method + " is nothing that JSON has: " + e.getMessage());
    }
  }

  private static byte[] constant(List<Param> params) throws IOException {
    var out = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartArray();
      for (Param param : params) {
        json.writePOJO(((Param.Constant) param).value());
      }
      json.writeEndArray();
    }
    return out.toByteArray();
  }

  private static void write(List<Param> params, Session session, ByteArrayOutputStream out)
      throws IOException, ExpressionFailure {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartArray();
      for (Param param : params) {
        param.write(session, json);
      }
      json.writeEndArray();
    }
  }
}
