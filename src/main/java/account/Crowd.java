package account;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Asks a node about many things at once, but not about all of them. */
final class Crowd {

  private static final int AT_ONCE = 16;

  private Crowd() {}

  /** One question. */
  @FunctionalInterface
  interface Question<T, R> {
    R ask(T about) throws IOException;
  }

  /** The answers, in order; the first failure is thrown when all have ended. */
  static <T, R> List<R> ask(List<T> about, Question<T, R> question) throws IOException {
    return ask(about, AT_ONCE, question);
  }

  /** The same with so many questions at once. */
  static <T, R> List<R> ask(List<T> about, int atOnce, Question<T, R> question) throws IOException {
    var places = new Semaphore(atOnce);
    List<Future<R>> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (T one : about) {
        answers.add(threads.submit(() -> {
          places.acquire();
          try {
            return question.ask(one);
          } finally {
            places.release();
          }
        }));
      }
    }
    List<R> all = new ArrayList<>();
    for (Future<R> answer : answers) {
      all.add(result(answer));
    }
    return all;
  }

  private static <R> R result(Future<R> answer) throws IOException {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the node was asked");
    }
  }
}
