package rig.chain;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class ListeningPortTest {

  @Test
  void tellsOursFromAStrangers() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self")), "no /proc");
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      long self = ProcessHandle.current().pid();
      Process stranger = new ProcessBuilder("sleep", "30").start();
      try {
        assertThat(ListeningPort.ownedBy(stranger.pid(), socket.getLocalPort())).isFalse();
      } finally {
        stranger.destroyForcibly();
      }
      assertThat(ListeningPort.ownedBy(self, socket.getLocalPort())).isTrue();
    }
  }
}
