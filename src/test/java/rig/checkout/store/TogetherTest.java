package rig.checkout.store;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@Timeout(20)
final class TogetherTest {

  private final List<List<Integer>> goes = Collections.synchronizedList(new ArrayList<>());
  private final Semaphore free = new Semaphore(0);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Together<Integer> together = new Together<>("test", new Together.Manner(1, 10), this::work);

  private void work(List<Integer> things) throws IOException, InterruptedException {
    goes.add(List.copyOf(things));
    free.acquire();
    if (things.contains(13)) {
      throw new IOException("thirteen");
    }
  }

  @AfterEach
  void stop() {
    together.close();
    together.join();
    threads.close();
  }

  private CompletableFuture<Void> asked(int thing) {
    return asked(together, thing);
  }

  private CompletableFuture<Void> asked(Together<Integer> whom, int thing) {
    return CompletableFuture.runAsync(() -> {
      try {
        whom.await(thing);
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }, threads);
  }

  @Test
  void whoWaitsGoesWithTheNext() throws Exception {
    CompletableFuture<Void> first = asked(0);
    await().until(() -> goes.size() == 1);
    List<CompletableFuture<Void>> others = IntStream.rangeClosed(1, 12).mapToObj(this::asked).toList();
    await().until(() -> together.waiting() == 12);

    free.release(3);

    first.get(5, TimeUnit.SECONDS);
    CompletableFuture.allOf(others.toArray(CompletableFuture<?>[]::new)).get(5, TimeUnit.SECONDS);
    assertThat(goes).hasSize(3);
    assertThat(goes.get(1)).hasSize(10);
    assertThat(goes.get(2)).hasSize(2);
  }

  @Test
  void theFirstCanWaitForOthers() {
    var patient = new Together<>("patient", new Together.Manner(1, 2, Duration.ofSeconds(10)), this::work);
    free.release(2);
    CompletableFuture<Void> first = asked(patient, 0);
    assertThat(first).isNotDone();

    assertThat(asked(patient, 1)).succeedsWithin(Duration.ofSeconds(5));

    assertThat(first).succeedsWithin(Duration.ofSeconds(5));
    assertThat(goes).hasSize(1);
    patient.close();
    patient.join();
  }

  @Test
  void aFailureIsToldToAllThatWentTogether() {
    free.release(2);

    assertThatThrownBy(() -> together.await(List.of(13))).isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("thirteen");
    assertThat(asked(1)).succeedsWithin(Duration.ofSeconds(5));
  }

  @Test
  void nobodyWaitsForOneWhoHasStopped() {
    CompletableFuture<Void> underWay = asked(0);
    await().until(() -> goes.size() == 1);
    CompletableFuture<Void> waiting = asked(1);
    await().until(() -> together.waiting() == 1);

    together.close();

    for (CompletableFuture<Void> one : List.of(underWay, waiting, asked(2))) {
      assertThatThrownBy(() -> one.get(5, TimeUnit.SECONDS)).hasCauseInstanceOf(StoppedException.class);
    }
  }
}
