package account;

import java.io.IOException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

final class SingleFileTest {

  private final AtomicLong pending = new AtomicLong(5);
  private final AtomicLong asked = new AtomicLong();
  private final SingleFile file = new SingleFile(() -> {
    asked.incrementAndGet();
    return pending.get();
  });

  @Test
  void countsOnWithoutAskingAgain() throws IOException {
    assertThat(file.<Long>send(nonce -> nonce)).isEqualTo(5);
    assertThat(file.<Long>send(nonce -> nonce)).isEqualTo(6);
    assertThat(asked).hasValue(1);
  }

  @Test
  void asksTheChainAgainAfterAFailure() throws IOException {
    file.send(nonce -> nonce);
    assertThatIOException().isThrownBy(() -> file.send(nonce -> {
      throw new IOException("connection reset");
    }));
    pending.set(7);
    assertThat(file.<Long>send(nonce -> nonce)).isEqualTo(7);
  }

  @Test
  void manySendersLeaveNoGap() throws ExecutionException, InterruptedException {
    var used = new ConcurrentLinkedQueue<Long>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var sends = IntStream.range(0, 1_000)
          .<Future<?>>mapToObj(i -> threads.submit(() -> file.send(used::add)))
          .toList();
      for (Future<?> send : sends) {
        send.get();
      }
    }
    assertThat(used).containsExactlyElementsOf(LongStream.range(5, 1_005).boxed().toList());
  }
}
