package app.oegukmin.shared.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

  private static final String CAMPUS = "203.246.80.0/20, 2001:2d8::/33,198.51.100.9";

  @ParameterizedTest
  @ValueSource(strings = {"203.246.80.0", "203.246.95.255", "2001:2d8:7fff::1", "198.51.100.9"})
  void doesNotLimitAnExemptRange(String address) {
    assertThat(Addresses.of(50, CAMPUS).subject(address)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"203.246.96.0", "203.246.79.255", "2001:2d8:8000::1", "198.51.100.8", "::1"})
  void limitsEverybodyElse(String address) {
    assertThat(Addresses.of(50, CAMPUS).subject(address)).isPresent();
  }

  @Test
  void exemptsEverybodyByARangeOfEverything() {
    assertThat(Addresses.of(50, "0.0.0.0/0").subject("192.0.2.1")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, ip:192.0.2.1",
    "2001:db8:1:2:3:4:5:6, ip:20010db800010002/64",
    "2001:db8:1:2::9, ip:20010db800010002/64"
  })
  void countsASubscriberOnce(String address, String tag) {
    assertThat(Addresses.of(50, "").subject(address))
        .contains(new Subject(Subject.Kind.IP, tag, 50));
  }

  @ParameterizedTest
  @ValueSource(strings = {"campus", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "example.com/8"})
  void refusesWhatIsNoRange(String range) {
    assertThatIllegalArgumentException().isThrownBy(() -> Addresses.of(50, range));
  }
}
