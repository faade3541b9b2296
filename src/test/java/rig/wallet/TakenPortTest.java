package rig.wallet;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import load.Roles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(30)
final class TakenPortTest {

  @Test
  void takenPortIsToldBeforeAnythingStarts(@TempDir Path folder) throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Path roles = Files.writeString(folder.resolve("roles.json"), """
          {"A": {}, "B": {"loadServerPort": %d}}""".formatted(other.getLocalPort()));
      WalletRigOptions options = WalletRigOptions.of(Roles.read(roles));
      assertThatThrownBy(() -> WalletRig.bind(options)).isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("wallet B cannot listen")
          .hasMessageContaining(Integer.toString(other.getLocalPort()))
          .hasMessageContaining("role file");
    }
  }
}
