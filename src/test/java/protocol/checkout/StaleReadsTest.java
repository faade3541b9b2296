package protocol.checkout;

import history.History;
import io.gatling.javaapi.core.Simulation;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import rig.checkout.Anomaly;
import rig.checkout.CheckoutRigOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static protocol.checkout.CheckoutDsl.checkout;
import static protocol.checkout.CheckoutDsl.readFinalState;
import static protocol.checkout.Shop.one;
import static protocol.checkout.Shop.protocol;
import static protocol.checkout.Shop.shopper;

/** Final reads of services that show what was before. */
@Timeout(120)
final class StaleReadsTest {

  @RegisterExtension
  final Shop shop = new Shop();

  @TempDir
  private Path results;

  /** A journey whose end is read while the services still show what was before. */
  public static final class Late extends Simulation {
    {
      var checkout = protocol().history(() -> History.of(Shop.current(), List.of()));
      setUp(one(shopper().exec(checkout("#{order}"), readFinalState()))).protocols(checkout, CheckoutProtocol.http());
    }
  }

  @Test
  void staleReadsAreSeenThrough() throws Exception {
    shop.start(CheckoutRigOptions.DEFAULT.withAnomalies(Set.of(Anomaly.LATE_STATE)));

    shop.play(Late.class, results);

    assertThat(shop.operation("read item").answered()).hasToString("{\"stock\":9,\"price\":3}");
    assertThat(shop.operation("read user").answered()).hasToString("{\"credit\":17}");
    assertThat(shop.operation("read order").answered().path("paid").asBoolean()).isTrue();
  }
}
