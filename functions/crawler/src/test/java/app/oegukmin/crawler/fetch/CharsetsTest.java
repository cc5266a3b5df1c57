package app.oegukmin.crawler.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharsetsTest {

  private static final Charset KOREAN = Charset.forName("MS949");
  private static final String TEXT = "<p>비자 연장 안내</p>";
  // Syllables outside KS X 1001.
  private static final String RARE = "<p>펲시콜라 똠양꿍 장학금 쓩 뷁 아햏햏</p>";

  @Test
  void whatIsUtf8IsReadAsUtf8WhateverTheHeaderSays() {
    assertThat(Charsets.of(TEXT.getBytes(UTF_8), Optional.of(KOREAN))).isEqualTo(UTF_8);
    assertThat(Charsets.of(TEXT.getBytes(UTF_8), Optional.of(ISO_8859_1))).isEqualTo(UTF_8);
    assertThat(Charsets.of(TEXT.getBytes(UTF_8), Optional.empty())).isEqualTo(UTF_8);
  }

  @Test
  void whatIsNotUtf8IsReadAsTheHeaderSays() {
    assertThat(Charsets.of(TEXT.getBytes(KOREAN), Optional.of(KOREAN))).isEqualTo(KOREAN);
    assertThat(Charsets.of(TEXT.getBytes(KOREAN), Optional.empty())).isEqualTo(KOREAN);
  }

  @Test
  void aHeaderThatClaimsUtf8IsNotBelieved() {
    assertThat(Charsets.of(TEXT.getBytes(KOREAN), Optional.of(UTF_8))).isEqualTo(KOREAN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "windows-1252", "US-ASCII", "UTF-16", "Shift_JIS"})
  void f42_aLabelThatTheBytesContradictIsNotBelieved(String label) {
    Optional<Charset> named = Optional.of(Charset.forName(label));

    assertThat(Charsets.of(RARE.getBytes(KOREAN), named)).isEqualTo(KOREAN);
    assertThat(Charsets.of(RARE.getBytes(UTF_8), named)).isEqualTo(UTF_8);
    assertThat(Charsets.of(RARE.getBytes(UTF_16LE), named)).isEqualTo(UTF_16LE);
    assertThat(Charsets.of(RARE.getBytes(UTF_16BE), named)).isEqualTo(UTF_16BE);
  }

  @Test
  void f42_westernTextIsNotTakenForKorean() {
    byte[] french = "<p>Séjour d'études à l'étranger</p>".getBytes(ISO_8859_1);

    assertThat(Charsets.of(french, Optional.of(ISO_8859_1))).isEqualTo(ISO_8859_1);
  }

  @ParameterizedTest
  @MethodSource("charsets")
  void f42_aPageCutWithinACharacterIsReadAsTheRestOfIt(Charset charset) {
    byte[] whole = (RARE + "뷁".repeat(20)).getBytes(charset);

    for (int cut = 1; cut < 3; cut++) {
      byte[] page = Arrays.copyOf(whole, whole.length - cut);
      assertThat(Charsets.of(page, Optional.empty())).isEqualTo(charset);
      assertThat(Charsets.of(page, Optional.of(UTF_8))).isEqualTo(charset);
      assertThat(Charsets.of(page, Optional.of(KOREAN))).isEqualTo(charset);
      assertThat(Charsets.of(page, Optional.of(ISO_8859_1))).isEqualTo(charset);
    }
  }

  @ParameterizedTest
  @MethodSource("charsets")
  void f42_fewCharactersInAnotherCharsetDoNotDecide(Charset charset) {
    Charset other = charset.equals(KOREAN) ? UTF_8 : KOREAN;
    byte[] page = join(RARE.repeat(30).getBytes(charset), "비자".getBytes(other));

    assertThat(Charsets.of(page, Optional.of(KOREAN))).isEqualTo(charset);
    assertThat(Charsets.of(page, Optional.of(UTF_8))).isEqualTo(charset);
  }

  static List<Charset> charsets() {
    return List.of(KOREAN, UTF_8);
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  @Test
  void withoutALetterOfKoreanTheHeaderIsGoodEnough() {
    assertThat(Charsets.of("<p>ok</p>".getBytes(UTF_8), Optional.of(KOREAN))).isEqualTo(KOREAN);
  }
}
