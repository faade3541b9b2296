package rig.checkout;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import targets.Endpoint;
import targets.Hook;

/** The rig's switch: {@code POST /services/order/stop} kills a service, {@code /start} brings it back. */
final class Control implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Control.class);

  private final List<ServiceNode<?>> nodes;
  private final Listener listener;

  /** Binds its port. */
  Control(List<ServiceNode<?>> nodes) {
    this.nodes = nodes;
    this.listener = new Listener(() -> HttpRouting.builder()
        .post("/services/{service}/stop", (request, response) -> press(request, response, ServiceNode::kill))
        .post("/services/{service}/start", (request, response) -> press(request, response, ServiceNode::start)));
    listener.listen();
  }

  private void press(ServerRequest request, ServerResponse response, Consumer<ServiceNode<?>> button) {
    String word = request.path().pathParameters().get("service");
    Optional<ServiceNode<?>> named = Service.named(word)
        .flatMap(service -> nodes.stream().filter(node -> node.service() == service).findFirst());
    if (named.isEmpty()) {
      Routes.text(response, Status.NOT_FOUND_404, "there is no service " + word + ": name order, stock or payment");
      return;
    }
    try {
      button.accept(named.get());
      Routes.text(response, Status.OK_200, "done");
    } catch (RuntimeException e) {
      LOG.warn("the {} service cannot be switched", word, e);
      Routes.text(response, Status.INTERNAL_SERVER_ERROR_500, String.valueOf(e.getMessage()));
    }
  }

  /** How others switch a service. */
  Endpoint.Power power(Service service) {
    return new Endpoint.Power(new Hook.Call(url(service, "stop")), new Hook.Call(url(service, "start")));
  }

  private URI url(Service service, String button) {
    return listener.url().resolve("/services/" + service.word() + "/" + button);
  }

  @Override
  public void close() throws Exception {
    listener.close();
  }
}
