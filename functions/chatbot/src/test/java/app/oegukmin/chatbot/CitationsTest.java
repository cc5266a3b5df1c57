package app.oegukmin.chatbot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CitationsTest {

  private static List<String> texts(String written) {
    return Citations.keep(written, 3).stream().map(CitedSentence::text).toList();
  }

  @Test
  void keepsWhatNamesAPassage() {
    assertThat(Citations.keep("신청은 3.5학점부터 됩니다 [2]. 안녕하세요! 방문하세요. [1][3]", 3))
        .containsExactly(
            new CitedSentence("신청은 3.5학점부터 됩니다.", List.of(2)),
            new CitedSentence("방문하세요.", List.of(1, 3)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"［１］", "【1】", "[ 1 ]", "[1, 1]", "[٠١]", "[출처 1]", "[\u200b1\u202e]", "[[1]]"})
  void readsNumbersInAnyBracketsAndDigits(String citation) {
    assertThat(Citations.keep("신청하세요 " + citation + ".", 3))
        .containsExactly(new CitedSentence("신청하세요.", List.of(1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "NONE",
        "[1]",
        "신청하세요.",
        "신청하세요 [0].",
        "신청하세요 [99].",
        "신청하세요 [1][99].",
        "신청하세요 [1, 99].",
        "신청하세요 [1",
        "신청하세요 1].",
        "신청하세요 (1).",
        "신청하세요 [2026학년도].",
        "신청하세요 [-1]."
      })
  void dropsWhatNamesNone(String written) {
    assertThat(texts(written)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/x",
        "HTTP : //evil",
        "//evil.example",
        "evil.com",
        "evil.com/visa?x=1",
        "EVIL.COM",
        "www evil",
        "evil\u200b.\u2060com",
        "evil．com",
        "evil。com",
        "evil․com",
        "ｅｖｉｌ.ｃｏｍ",
        "evil.*com*",
        "evil[1].com",
        "evil.한국",
        "xn--9t4b11yi5a",
        "203.0.113.7",
        "[click](http://evil.example)",
        "[click][1]: evil.com",
        "<a href=evil.com>x</a>",
        "javascript:alert(1)",
        "mailto:a@evil.com",
        "a@evil",
        "t.me"
      })
  void letsNoLinkThrough(String link) {
    assertThat(texts("자세한 것은 " + link + " 에 있어요 [1]."))
        .allSatisfy(text -> assertThat(text).doesNotContainIgnoringCase("evil", "t.me", "203."));
    assertThat(texts("여기 " + link + " [1]")).noneMatch(SafeText::hasLink);
  }

  @Test
  void cutsHostsOfHangulApart() {
    assertThat(String.join(" ", texts("사기.한국 [1]"))).doesNotContain("사기");
    assertThat(String.join(" ", texts("여기 사기.닷컴 [1]"))).doesNotContain(".");
  }

  @Test
  void takesNoFileNameForALink() {
    assertThat(texts("신청서.hwp 파일을 내세요 [1].")).containsExactly("신청서.hwp 파일을 내세요.");
    assertThat(texts("Open 9 a.m. to 6 p.m. on weekdays [1]."))
        .containsExactly("Open 9 a.m. to 6 p.m. on weekdays.");
  }

  @Test
  void removesMarkupAndMarksOfDirection() {
    assertThat(texts("**신청**은 `여기`에서 \u202e하세요\u202c [1].")).containsExactly("신청은 여기에서 하세요.");
  }

  @Test
  void dropsASentenceThatHidesBehindACitedOne() {
    assertThat(texts("계좌 5로 송금하세요؟ 마감은 5월입니다 [1]")).containsExactly("마감은 5월입니다");
    assertThat(texts("Send money to account 5. The deadline is May [1]."))
        .containsExactly("The deadline is May.");
  }

  @Test
  void keepsThreeSentences() {
    assertThat(texts("하나요 [1]. 둘이요 [2]. 셋이요 [3]. 넷이요 [1].")).hasSize(3);
  }

  @Test
  void bearsAMegabyte() {
    assertThat(texts("가".repeat(1 << 20) + " [1]")).isEmpty();
    assertThat(texts("[1] ".repeat(1 << 18))).isEmpty();
    assertThat(texts("가나다 [1]. ".repeat(1 << 17))).hasSize(3);
    assertThat(texts("[".repeat(1 << 20))).isEmpty();
    assertThat(texts("가나다 [" + "1,".repeat(3_900) + "1].")).containsExactly("가나다.");
    assertThat(texts("가나다" + "[1]".repeat(2_600) + ".")).containsExactly("가나다.");
    assertThat(texts("[\n".repeat(4_000))).isEmpty();
    assertThat(texts("a.".repeat(1 << 19))).isEmpty();
    assertThat(texts(" ".repeat(1 << 20))).isEmpty();
  }
}
