package rig.checkout;

import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerResponse;
import java.net.URI;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import rig.checkout.store.StoppedException;

/**
 * One service with its listener: bound first, then started, perhaps killed and started again, closed in the end.
 *
 * @param <D> what does its work
 */
final class ServiceNode<D extends AutoCloseable> implements AutoCloseable {

  private final Service service;
  private final Listener listener;
  private final BiConsumer<Routes, Supplier<D>> outside;
  private Optional<Supplier<D>> opening = Optional.empty();
  private volatile @Nullable D desk;
  private volatile boolean started;

  /**
   * Binds its port.
   *
   * @param outside adds the paths for customers
   * @param inside adds the paths for other services
   */
  ServiceNode(Service service, BiConsumer<Routes, Supplier<D>> outside, BiConsumer<Routes, Supplier<D>> inside) {
    this.service = service;
    this.outside = outside;
    this.listener = new Listener(() -> {
      HttpRouting.Builder routing = HttpRouting.builder();
      var routes = new Routes(routing, _ -> {
        throw new CloseConnectionException(service.word() + " has been stopped");
      });
      outside.accept(routes, this::open);
      inside.accept(routes, this::open);
      return routing;
    });
    listener.listen();
  }

  Service service() {
    return service;
  }

  /** Where it answers. */
  URI url() {
    return listener.url();
  }

  /** Adds its paths for customers to a gateway, which answers 502 for it while it is down. */
  void routeThrough(HttpRouting.Builder gateway) {
    outside.accept(new Routes(gateway, this::unreachable), this::open);
    for (String folder : service.folders()) {
      gateway.any(folder + "/*", (_, response) -> notFound(response));
    }
  }

  private void notFound(ServerResponse response) {
    if (started && desk == null) {
      unreachable(response);
    } else {
      Routes.text(response, Status.NOT_FOUND_404, "the " + service.word() + " service has no such path");
    }
  }

  private void unreachable(ServerResponse response) {
    Routes.text(response, Status.BAD_GATEWAY_502, "the " + service.word() + " service does not answer");
  }

  private D open() {
    D open = desk;
    if (open == null) {
      throw started ? new StoppedException(service.word()) : new NotStartedException();
    }
    return open;
  }

  /** Goes to work for the first time. */
  synchronized void start(Supplier<D> work) {
    opening = Optional.of(work);
    start();
  }

  /** Goes to work, with what is on disk; nothing changes when it is at work. */
  synchronized void start() {
    Supplier<D> work = opening.orElseThrow(NotStartedException::new);
    if (desk == null) {
      desk = work.get();
      started = true;
      listener.listen();
    }
  }

  /** Dies at once: no request under way is answered, all connections are closed. */
  synchronized void kill() {
    D open = desk;
    desk = null;
    listener.cut();
    if (open != null) {
      close(open);
    }
  }

  private static void close(AutoCloseable open) {
    try {
      open.close();
    } catch (Exception e) {
      throw new IllegalStateException("a service does not stop", e);
    }
  }

  @Override
  public void close() throws Exception {
    kill();
    listener.close();
  }
}
