package app.oegukmin.local.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultControlTest {

  private static final CannedResponse ANY = new CannedResponse(200, "text/plain", "");

  private final FaultControl control =
      new FaultControl(List.of(standIn("sites"), standIn("deepl"), standIn("cs.kookmin.ac.kr")));

  private static StandIn standIn(String service) {
    FaultProfile profile = new FaultProfile(Duration.ZERO, ANY, false, ANY);
    return new StandIn(
        service, URI.create("http://127.0.0.1"), new FaultInjector(profile, Clock.systemUTC()));
  }

  @ParameterizedTest
  @CsvSource({"1s, 1", "60s, 60", "5m, 300", "1h, 3600", "24h, 86400"})
  void saysWhatFailsAndForHowLong(String time, long seconds) {
    for (String how : List.of("down", "slow", "429", "malformed")) {
      assertThat(control.inject("deepl", how, time))
          .isEqualTo("deepl is " + how + " for " + seconds + " s, then ok.");
    }
  }

  @Test
  void saysThatItIsOk() {
    assertThat(control.inject("cs.kookmin.ac.kr", "ok", "60s"))
        .isEqualTo("cs.kookmin.ac.kr is ok.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "DeepL", "slack", "deepl "})
  void listsTheServicesThatThereAre(String service) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> control.inject(service, "down", "60s"))
        .withMessageStartingWith("SERVICE is one of sites, deepl, cs.kookmin.ac.kr, not ")
        .withMessageEndingWith(service.isEmpty() ? "empty." : service + ".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dead", "Down", "500", "THROTTLED"})
  void listsTheFaultsThatThereAre(String how) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> control.inject("deepl", how, "60s"))
        .withMessage(
            "HOW is one of ok, down, slow, 429, malformed, obey, invent, not " + how + ".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"60", "0s", "-1s", "25h", "1441m", "1d", "1.5h", "123456s", "s"})
  void saysWhatATimeIs(String time) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> control.inject("deepl", "down", time))
        .withMessage("FOR is a time up to 24h such as 60s, 5m or 1h, not " + time + ".");
  }
}
