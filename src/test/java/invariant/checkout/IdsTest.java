package invariant.checkout;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class IdsTest {

  @Test
  void numbersCountUpFromZero() {
    Ids ids = new Ids();
    assertThat(ids.number("b")).isZero();
    assertThat(ids.number("a")).isEqualTo(1);
    assertThat(ids.number("b")).isZero();
    assertThat(ids.size()).isEqualTo(2);
  }

  @Test
  void manyIdsOfAnyFormAreKept() {
    Ids ids = new Ids();
    Random random = new Random(1);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 30_000; i++) {
      texts.add(switch (i % 3) {
        case 0 -> Integer.toString(i);
        case 1 -> new UUID(random.nextLong(), random.nextLong()).toString();
        default -> "großer Käse " + i;
      });
    }
    for (int i = 0; i < texts.size(); i++) {
      assertThat(ids.number(texts.get(i))).isEqualTo(i);
    }
    for (int i = 0; i < texts.size(); i++) {
      assertThat(ids.number(texts.get(i))).isEqualTo(i);
      assertThat(ids.text(i)).isEqualTo(texts.get(i));
    }
  }

  @Test
  void emptyAndLongIdsAreIdsToo() {
    Ids ids = new Ids();
    String vast = "x".repeat(60_000);
    assertThat(ids.number("")).isZero();
    assertThat(ids.number(vast)).isEqualTo(1);
    assertThat(ids.text(0)).isEmpty();
    assertThat(ids.text(1)).isEqualTo(vast);
  }

  @Test
  void whatIsNoIdIsRefused() {
    assertThatThrownBy(() -> new Ids().number("x".repeat(70_000))).hasMessage("an id of 70000 bytes");
  }
}
