package history;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class RingsTest {

  @Test
  void anEndWhoseBeginningComesInALaterPassWaits() {
    Rings rings = new Rings(16);
    List<Event> out = new ArrayList<>();
    Pairing pairing = new Pairing(out::add);
    Invocation asked = Events.asked(1);
    Operation ended = Events.ok(asked);
    rings.put(ended);
    pairing.pass(rings);
    assertThat(out).isEmpty();
    rings.put(asked);
    pairing.pass(rings);
    assertThat(out).containsExactly(asked, ended);
  }

  @Test
  void ringsOfThreadsThatEndedAreForgotten() throws Exception {
    Rings rings = new Rings(16);
    Thread thread = Thread.ofPlatform().start(() -> rings.put(Events.asked(1)));
    thread.join();
    List<Event> out = new ArrayList<>();
    assertThat(rings.threads()).isEqualTo(1);
    rings.drain(out::add);
    assertThat(out).hasSize(1);
    assertThat(rings.threads()).isZero();
  }

  @Test
  void aFullRingRefusesUntilItIsDrained() {
    Ring ring = new Ring(2);
    assertThat(List.of(ring.offer(Events.note("a")), ring.offer(Events.note("b")), ring.offer(Events.note("c"))))
        .containsExactly(true, true, false);
    List<Event> out = new ArrayList<>();
    assertThat(ring.drain(out::add)).isEqualTo(2);
    assertThat(ring.offer(Events.note("d"))).isTrue();
    ring.drain(out::add);
    assertThat(out).extracting(event -> ((Note) event).name()).containsExactly("a", "b", "d");
  }

  @Test
  void anEndWithoutABeginningIsToldAfterAnotherPass() {
    Rings rings = new Rings(16);
    List<Event> out = new ArrayList<>();
    Pairing pairing = new Pairing(out::add);
    rings.put(Events.ok(Events.asked(1)));
    pairing.pass(rings);
    pairing.pass(rings);
    assertThat(out).singleElement().extracting(event -> ((Note) event).name()).isEqualTo("unasked");
  }
}
