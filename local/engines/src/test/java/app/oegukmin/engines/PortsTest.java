package app.oegukmin.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void givesNoPortTwice() {
    assertThat(IntStream.range(0, 50).map(i -> Ports.free()).boxed().toList())
        .doesNotHaveDuplicates();
  }

  @Test
  void skipsAPortWhoseClusterBusIsTaken() throws IOException {
    int next = Ports.free() + 1;
    try (var taken = new ServerSocket(next + 10_000)) {
      assertThat(Ports.free()).isNotEqualTo(taken.getLocalPort() - 10_000);
    }
  }
}
