package app.oegukmin.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.testkit.FakeClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final FakeClock clock = new FakeClock(Instant.EPOCH);

  private Progress progress(boolean terminal) {
    return new Progress(new PrintStream(out, true, StandardCharsets.UTF_8), terminal, clock);
  }

  private String work() {
    clock.advance(Duration.ofMillis(1234));
    return "result";
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void printsALinePerStepWithItsTime() throws IOException {
    assertThat(progress(false).step("engines", this::work)).isEqualTo("result");

    assertThat(printed()).matches(" {2}engines +1\\.2 s\\R");
  }

  @Test
  void writesInPlaceOnATerminal() throws IOException {
    progress(true).step("engines", this::work);

    assertThat(printed())
        .startsWith("\r\u001b[K  engines …\r\u001b[K  engines ")
        .endsWith("1.2 s\n");
  }

  @Test
  void replacesAStatusOnATerminalAndOnlyThere() {
    progress(true).status("1");
    progress(true).say("2");
    progress(false).status("3");

    assertThat(printed()).isEqualTo("\r\u001b[K  1\r\u001b[K  2\n  3\n");
  }

  @Test
  void saysNothingAboutAStepThatFails() {
    assertThatThrownBy(
            () ->
                progress(false)
                    .step(
                        "engines",
                        () -> {
                          throw new IOException("no");
                        }))
        .hasMessage("no");

    assertThat(printed()).isEmpty();
  }
}
