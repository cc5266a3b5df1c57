package app.oegukmin.shared.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LambdaLoggersTest {

  private static final Logger OURS = LoggerFactory.getLogger(LambdaLoggersTest.class);
  private static final Logger LIBRARY = LoggerFactory.getLogger("com.amazonaws.serverless.Proxy");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private PrintStream standardOutput;

  @BeforeEach
  void listen() {
    standardOutput = System.out;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void stop() {
    System.setOut(standardOutput);
  }

  @Test
  void isTheProviderThatFunctionsFind() {
    assertThat(LoggerFactory.getILoggerFactory()).isInstanceOf(LambdaLoggers.class);
    assertThat(LoggerFactory.getLogger("a")).isSameAs(LoggerFactory.getLogger("a"));
  }

  @Test
  void writesALineWithItsArguments() {
    OURS.info("공지 {} of {}, {} left", 3, "board", 1L);

    assertThat(written()).isEqualTo("LambdaLoggersTest: 공지 3 of board, 1 left\n");
  }

  @Test
  void writesWhereAnExceptionCameFrom() {
    Exception cause = new IllegalArgumentException("the reason");
    OURS.error("Page {} failed", 7, new IllegalStateException("no page", cause));

    assertThat(written())
        .startsWith("LambdaLoggersTest: Page 7 failed\njava.lang.IllegalStateException: no page\n")
        .contains("\tat app.oegukmin.shared.log.LambdaLoggersTest.writesWhereAnExceptionCameFrom")
        .contains("Caused by: java.lang.IllegalArgumentException: the reason");
  }

  @Test
  void writesOursFromInfo() {
    OURS.debug("debug");
    OURS.trace("trace");
    OURS.info("info");

    assertThat(written()).isEqualTo("LambdaLoggersTest: info\n");
  }

  @Test
  void writesLibrariesFromWarn() {
    LIBRARY.debug("debug");
    LIBRARY.info("info");
    LIBRARY.warn("warn");
    LIBRARY.error("error");

    assertThat(written()).isEqualTo("Proxy: warn\nProxy: error\n");
  }

  @Test
  void tellsWhoAsksWhatItWouldWrite() {
    assertThat(OURS.isInfoEnabled()).isTrue();
    assertThat(OURS.isDebugEnabled()).isFalse();
    assertThat(LIBRARY.isWarnEnabled()).isTrue();
    assertThat(LIBRARY.isInfoEnabled()).isFalse();
    assertThat(LIBRARY.isTraceEnabled()).isFalse();
  }

  private String written() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
