package rig.checkout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import targets.Endpoint;
import targets.Target;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody who buys, in tests: speaks dialect B. */
final class Customer {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private final Target target;

  Customer(Target target) {
    this.target = target;
  }

  record Answer(int status, String text) {

    Answer is(int expected) {
      assertThat(status).as(text).isEqualTo(expected);
      return this;
    }

    JsonNode json() {
      is(200);
      try {
        return JSON.readTree(text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** An item with its stock. */
  String item(long price, long stock) {
    String id = post("/stock/item/create/" + price).json().path("item_id").asText();
    post("/stock/add/" + id + "/" + stock).is(200);
    return id;
  }

  /** A user with credit. */
  String user(long credit) {
    String id = post("/payment/create_user").json().path("user_id").asText();
    post("/payment/add_funds/" + id + "/" + credit).is(200);
    return id;
  }

  /** An order of some items. */
  String order(String user, String... items) {
    String id = post("/orders/create/" + user).json().path("order_id").asText();
    List.of(items).forEach(item -> post("/orders/addItem/" + id + "/" + item).is(200));
    return id;
  }

  Answer checkout(String order) {
    return post("/orders/checkout/" + order);
  }

  /** Checks orders out at the same moment; the status of each answer. */
  List<Integer> checkoutAtOnce(List<String> orders) {
    return atOnce(orders, order -> checkout(order).status());
  }

  /** Does something with each at the same moment; the results in order. */
  static <T, R> List<R> atOnce(List<T> things, Function<T, R> what) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<R>> results = things.stream()
          .map(thing -> CompletableFuture.supplyAsync(() -> what.apply(thing), threads))
          .toList();
      return results.stream().map(CompletableFuture::join).toList();
    }
  }

  long stock(String item) {
    return get("/stock/find/" + item).json().path("stock").asLong();
  }

  long credit(String user) {
    return get("/payment/find_user/" + user).json().path("credit").asLong();
  }

  JsonNode find(String order) {
    return get("/orders/find/" + order).json();
  }

  boolean isPaid(String order) {
    return find(order).path("paid").asBoolean();
  }

  Answer get(String path) {
    return send("GET", path);
  }

  Answer post(String path) {
    return send("POST", path);
  }

  Answer delete(String path) {
    return send("DELETE", path);
  }

  private Answer send(String method, String path) {
    return send(method, URI.create(url(path) + path));
  }

  /** Every service has its own address, or all have the same. */
  private URI url(String path) {
    String role = path.startsWith("/orders") ? "order" : path.startsWith("/stock") ? "stock" : "payment";
    return target.endpoints()
        .stream()
        .filter(endpoint -> endpoint.role().equals(role))
        .map(Endpoint::url)
        .findFirst()
        .orElseThrow();
  }

  /** The answer; status 0 when there was none. */
  static Answer send(String method, URI url) {
    HttpRequest request = HttpRequest.newBuilder(url)
        .method(method, HttpRequest.BodyPublishers.noBody())
        .timeout(DEADLINE)
        .build();
    try {
      HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answer(answer.statusCode(), answer.body());
    } catch (IOException e) {
      return new Answer(0, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
