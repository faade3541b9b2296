package protocol.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatling.commons.validation.Success;
import io.gatling.commons.validation.Validation;
import io.gatling.core.check.Check;
import io.gatling.core.check.CheckMaterializer;
import io.gatling.core.json.JsonParsers;
import io.gatling.core.stats.message.ResponseTimings;
import io.gatling.javaapi.core.CheckBuilder;
import io.gatling.javaapi.core.internal.CoreCheckType;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import scala.Function1;

/**
 * What Gatling's checks are shown of an answer.
 *
 * <p>One instance per form: Gatling keeps the prepared form of an answer by the preparer's identity, so ten checks on JSON parse once.
 */
final class Materializers {

  private static final JsonParsers JSON_PARSERS = new JsonParsers();
  private static final Shown<JsonNode> JSON = new Shown<>(
      response -> JSON_PARSERS.safeParse(new ByteArrayInputStream(response.body())));
  private static final Shown<String> TEXT = new Shown<>(response -> new Success<>(response.text()));
  private static final Shown<byte[]> BYTES = new Shown<>(response -> new Success<>(response.body()));
  private static final Shown<String> MD5 = new Shown<>(response -> new Success<>(digest("MD5", response.body())));
  private static final Shown<String> SHA1 = new Shown<>(response -> new Success<>(digest("SHA-1", response.body())));
  private static final Shown<Integer> LENGTH = new Shown<>(response -> new Success<>(response.body().length));
  private static final Shown<ResponseTimings> TIMINGS = new Shown<>(response -> new Success<>(
      new ResponseTimings(0, TimeUnit.NANOSECONDS.toMillis(response.ended() - response.started()))));

  private Materializers() {}

  /** A check of our answers. */
  @SuppressWarnings({"unchecked", "rawtypes"}) // the check's type tells which form it takes, its Java signature does not
  static Check<RpcResponse> materialize(CheckBuilder check) {
    io.gatling.core.check.CheckBuilder scala = check.asScala();
    return (Check<RpcResponse>) scala.build((CheckMaterializer) shown(check.type()));
  }

  private static Shown<?> shown(CheckBuilder.CheckType type) {
    if (type instanceof CoreCheckType core) {
      return switch (core) {
        case JsonPath, JmesPath -> JSON;
        case Regex, Substring, BodyString -> TEXT;
        case BodyBytes -> BYTES;
        case Md5 -> MD5;
        case Sha1 -> SHA1;
        case BodyLength -> LENGTH;
        case ResponseTime -> TIMINGS;
        case BodyStream, XPath, Css, JsonpJsonPath, JsonpJmesPath -> throw unfit(type);
      };
    }
    throw unfit(type);
  }

  private static String digest(String algorithm, byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has " + algorithm, e);
    }
  }

  private static IllegalArgumentException unfit(CheckBuilder.CheckType type) {
    return new IllegalArgumentException(
        "A " + type + " check does not fit a JSON answer; take jsonPath, jmesPath, regex, "
            + "substring, bodyString, bodyBytes, bodyLength, md5, sha1 or responseTimeInMillis");
  }

  /** A form of an answer. */
  private static final class Shown<T> extends CheckMaterializer<Object, Check<RpcResponse>, RpcResponse, T> {

    private final Function1<RpcResponse, Validation<T>> preparer;

    Shown(Function1<RpcResponse, Validation<T>> preparer) {
      super(check -> check);
      this.preparer = preparer;
    }

    @Override
    public Function1<RpcResponse, Validation<T>> preparer() {
      return preparer;
    }
  }
}
