package app.oegukmin.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {

  private static final URI PAGE = URI.create("https://www.kookmin.ac.kr/a");

  @ParameterizedTest
  @ValueSource(strings = {"203.246.80.1", "100.128.0.1", "2001:2d8::1"})
  void admitsPublicAddresses(String address) throws Exception {
    assertThat(locate(address)).isEqualTo(PAGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.30.0.5",
        "172.16.9.9",
        "192.168.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "198.18.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fd00:ec2::254",
        "::ffff:169.254.169.254",
        "64:ff9b::a9fe:a9fe",
      })
  void refusesAllOthers(String address) {
    assertThatThrownBy(() -> locate(address))
        .isInstanceOf(WebException.class)
        .hasMessageContaining("public");
  }

  @Test
  void oneOddAddressAmongManyIsEnough() {
    assertThatThrownBy(() -> locate("203.246.80.1", "10.0.0.1")).isInstanceOf(WebException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://www.kookmin.ac.kr/", "ftp://www.kookmin.ac.kr/"})
  void refusesWhatIsNotHttps(String page) {
    PublicAddress addresses =
        new PublicAddress(host -> List.of(InetAddress.getByName("203.246.80.1")));

    assertThatThrownBy(() -> addresses.locate(URI.create(page)))
        .isInstanceOf(WebException.class)
        .hasMessageContaining("https");
  }

  @Test
  void aNameThatIsUnknownMayBeKnownLater() {
    PublicAddress addresses =
        new PublicAddress(
            host -> {
              throw new UnknownHostException(host);
            });

    assertThatThrownBy(() -> addresses.locate(PAGE))
        .isInstanceOfSatisfying(
            WebException.class,
            e -> {
              if (!e.passing()) {
                throw new AssertionError("Lasting", e);
              }
            });
  }

  // Literal addresses: nothing is looked up.
  private static URI locate(String... literals) throws Exception {
    List<InetAddress> addresses = new ArrayList<>();
    for (String literal : literals) {
      addresses.add(InetAddress.getByName(literal));
    }
    return new PublicAddress(host -> addresses).locate(PAGE);
  }
}
