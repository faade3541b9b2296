package protocol.engine;

import history.Invocation;
import history.Operation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import static io.gatling.javaapi.http.HttpDsl.http;
import static org.assertj.core.api.Assertions.assertThat;

/** A stage for observed requests, and what the history has of them. */
final class Watched implements AfterEachCallback {

  final Stage stage = new Stage();

  /** Plain HTTP to the stage's server. */
  static HttpProtocolBuilder plainHttp() {
    return http.disableWarmUp().disableCaching().baseUrl(Stage.current().server.url(""));
  }

  /** A POST, kept under the given kind. */
  static Observed ask(String kind, String path) {
    return TinyProtocol.KEY.observed(kind, http(kind).post(path));
  }

  Stream<Operation> ended() {
    return stage.events.stream().filter(Operation.class::isInstance).map(Operation.class::cast);
  }

  /** All of a kind, in a run that was not cut short: everything begun has ended. */
  List<Operation> operations(String kind) {
    assertThat(stage.events).filteredOn(Invocation.class::isInstance).as("begun").hasSameSizeAs(ended().toList());
    return ended().filter(operation -> operation.kind().equals(kind)).toList();
  }

  /** The only one of a kind. */
  Operation operation(String kind) {
    assertThat(operations(kind)).as(kind).hasSize(1);
    return operations(kind).getFirst();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    stage.close();
  }
}
