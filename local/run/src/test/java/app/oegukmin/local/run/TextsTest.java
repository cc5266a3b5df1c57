package app.oegukmin.local.run;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

  private final Texts texts = new Texts(List.of("secret", "second", "ÿþ"));

  @ParameterizedTest
  @CsvSource({
    "secret, secret",
    "a sesecret b, secret",
    "sec second, second",
    "..ÿþ, ÿþ",
    "secre, ",
    "ÿ, ",
    "none of them, "
  })
  void findsWhatIsThere(String bytes, String found) {
    assertThat(texts.firstIn(bytes.getBytes(ISO_8859_1)).orElse(null)).isEqualTo(found);
  }
}
