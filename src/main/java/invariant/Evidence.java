package invariant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one judge knows of a history beyond its own look: books that several judges share, and that are fed once. */
public final class Evidence {

  private final Map<Class<?>, Seat<?>> shared;
  private final List<Seat<?>> mine = new ArrayList<>();

  /** The books of all judges; what is opened here is added. */
  Evidence(Map<Class<?>, Seat<?>> shared) {
    this.shared = shared;
  }

  /**
   * A book that all judges of a run share. It has always seen an event before a judge does.
   *
   * @param type there is one book of a type
   * @param opened makes it, when nobody has asked for it before
   */
  public <B extends Onlooker> B book(Class<B> type, Supplier<B> opened) {
    Seat<?> seat = shared.computeIfAbsent(type, _ -> new Seat<>(opened.get()));
    mine.add(seat);
    return type.cast(seat.onlooker());
  }

  /** Why one of this judge's books is incomplete; null when none is. */
  @Nullable
  RuntimeException crash() {
    return mine.stream().map(Seat::crash).filter(Objects::nonNull).findFirst().orElse(null);
  }
}
