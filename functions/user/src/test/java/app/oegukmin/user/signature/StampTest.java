package app.oegukmin.user.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StampTest {

  private static final long SIGNED = 1_790_000_000;

  @ParameterizedTest
  @CsvSource({"-301, false", "-300, true", "0, true", "300, true", "301, false"})
  void isFreshForFiveMinutesEitherWay(long later, boolean fresh) {
    Stamp stamp = new Stamp(Long.toString(SIGNED), "0123456789abcdef");
    assertThat(stamp.fresh(Instant.ofEpochSecond(SIGNED + later))).isEqualTo(fresh);
  }
}
