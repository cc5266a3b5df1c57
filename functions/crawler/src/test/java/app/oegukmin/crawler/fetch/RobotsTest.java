package app.oegukmin.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotsTest {

  private static final String SITE = "https://cms.kookmin.ac.kr";

  @Test
  void withoutAFileAllIsAllowed() {
    assertThat(allows("", "/any?thing=1")).isTrue();
    assertThat(allows("<html>Not found</html>", "/any")).isTrue();
  }

  @Test
  void rulesForEverybodyHold() {
    String file = "User-agent: *\nDisallow: /admin/ # ours\nDisallow:\n";

    assertThat(allows(file, "/admin/list.do")).isFalse();
    assertThat(allows(file, "/notice/list.do")).isTrue();
  }

  @Test
  void aByteOrderMarkHidesNoRule() {
    assertThat(allows("\uFEFFUser-agent: *\nDisallow: /admin/", "/admin/list.do")).isFalse();
  }

  @Test
  void rulesUnderOurNameStandInForThoseForEverybody() {
    String file =
        """
        User-agent: *
        Disallow: /

        User-agent: OtherBot
        User-agent: oegukmin
        Disallow: /private
        Crawl-delay: 2.5

        Sitemap: https://cms.kookmin.ac.kr/sitemap.xml
        """;

    assertThat(allows(file, "/notice")).isTrue();
    assertThat(allows(file, "/private/a")).isFalse();
    assertThat(Robots.parse(file, "Oegukmin").delay()).contains(Duration.ofMillis(2500));
    assertThat(Robots.parse(file, "Stranger").delay()).isEmpty();
  }

  @Test
  void rulesForOthersDoNotConcernUs() {
    assertThat(allows("User-agent: GPTBot\nDisallow: /\n", "/notice")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "/a/b/c,            true", // the longer Allow wins
    "/a/x,              false",
    "/same,             true", // a tie allows
    "/f/report.hwp,     false",
    "/f/report.hwp?x=1, true", // $ is the end
    "/q?mode=download,  false",
    "/q?mode=view,      true",
  })
  void theLongestMatchDecides(String path, boolean allowed) {
    String file =
        """
        User-agent: *
        Disallow: /a/
        Allow: /a/b/
        Disallow: /same
        Allow: /same
        Disallow: /*.hwp$
        Disallow: /*mode=download
        """;

    assertThat(allows(file, path)).isEqualTo(allowed);
  }

  @Test
  void aDelayIsKeptWithinReason() {
    assertThat(Robots.parse("User-agent: *\nCrawl-delay: 86400", "Oegukmin").delay())
        .contains(Duration.ofSeconds(30));
    assertThat(Robots.parse("User-agent: *\nCrawl-delay: soon", "Oegukmin").delay()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/*, /, true",
    "/a*, /a, true",
    "/a*b, /ab, true",
    "/a*b$, /a-b-b, true",
    "/a*b$, /a-b-c, false",
    "/ab*b$, /ab, false",
    "/a$, /a, true",
    "/a$, /ab, false",
    "/*.hwp*x, /f.hwp?x=1, true",
    "/a**b, /a1b2, true",
  })
  void aWildcardStandsForAnything(String rule, String path, boolean matches) {
    assertThat(new RobotsRule(rule, false).matches(path)).isEqualTo(matches);
  }

  @Test
  @DisplayName("F-37: no rule of a robots.txt keeps the crawler busy for hours")
  void f37_aRuleOfManyWildcardsIsAnsweredAtOnce() {
    String file = "User-agent: *\nDisallow: /" + "*a".repeat(60) + "*b$\n";

    assertThat(allows(file, "/" + "a".repeat(2000))).isTrue();
  }

  @Test
  @DisplayName("F-24: a delay of many digits is a long one, and not none")
  void f24_aDelayOfAnyLengthIsKeptWithinReason() {
    assertThat(Robots.parse("User-agent: *\nCrawl-delay: 99999999999", "Oegukmin").delay())
        .contains(Duration.ofSeconds(30));
  }

  private static boolean allows(String file, String path) {
    return Robots.parse(file, "Oegukmin").allows(URI.create(SITE + path));
  }
}
