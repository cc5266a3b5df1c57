package app.oegukmin.crawler.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CharsetsTest {

  private static final Charset KOREAN = Charset.forName("MS949");
  private static final String TEXT = "<p>비자 연장 안내</p>";

  @Test
  void whatIsUtf8IsReadAsUtf8WhateverTheHeaderSays() {
    assertThat(Charsets.of(TEXT.getBytes(UTF_8), Optional.of(KOREAN))).contains(UTF_8);
    assertThat(Charsets.of(TEXT.getBytes(UTF_8), Optional.of(ISO_8859_1))).contains(UTF_8);
    assertThat(Charsets.of(TEXT.getBytes(UTF_8), Optional.empty())).contains(UTF_8);
  }

  @Test
  void whatIsNotUtf8IsReadAsTheHeaderSays() {
    assertThat(Charsets.of(TEXT.getBytes(KOREAN), Optional.of(KOREAN))).contains(KOREAN);
    assertThat(Charsets.of(TEXT.getBytes(KOREAN), Optional.empty())).isEmpty();
  }

  @Test
  void aHeaderThatClaimsUtf8IsNotBelieved() {
    assertThat(Charsets.of(TEXT.getBytes(KOREAN), Optional.of(UTF_8))).contains(KOREAN);
  }

  @Test
  void withoutALetterOfKoreanTheHeaderIsGoodEnough() {
    assertThat(Charsets.of("<p>ok</p>".getBytes(UTF_8), Optional.of(KOREAN))).contains(KOREAN);
  }
}
