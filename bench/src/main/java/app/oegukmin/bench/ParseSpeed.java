package app.oegukmin.bench;

import app.oegukmin.crawler.fetch.FetchedPage;
import app.oegukmin.crawler.fetch.Validator;
import app.oegukmin.crawler.site.ArticlePage;
import app.oegukmin.crawler.site.CissArticlePage;
import app.oegukmin.crawler.site.CsArticlePage;
import app.oegukmin.crawler.site.ListRow;
import app.oegukmin.crawler.site.Office;
import app.oegukmin.crawler.site.OfficialArticlePage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;

/**
 * How many articles one core reads in a second of processor time, which other work on the machine
 * does not shorten: from the bytes of a page to a cleaned body, for each family of boards: the
 * fixtures of the crawler's tests, and the official one with a body of 60 KB as pasted documents
 * have it.
 */
public final class ParseSpeed {

  private static final int ROUNDS = 9;
  private static final int WARM_UP = 8;
  private static final long ROUND_NANOS = 500_000_000;
  private static final int LONG_BODY = 60_000;
  private static final Office OFFICE = new Office("소프트웨어융합대학", "02-910-6642");

  private final URI url;
  private final byte[] page;
  private final Reading reading;

  /** Finds the body that the author wrote in a page of a family. */
  @FunctionalInterface
  private interface Reading {
    ArticlePage of(Document page);
  }

  private ParseSpeed(String url, String page, Reading reading) {
    this.url = URI.create(url);
    this.page = page.getBytes(StandardCharsets.UTF_8);
    this.reading = reading;
  }

  /** Prints a line per family. Rounds are interleaved, so that all are read by the same code. */
  public static void main(String[] arguments) throws IOException {
    Map<String, ParseSpeed> families = families();
    Map<String, double[]> rates = new LinkedHashMap<>();
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      for (var family : families.entrySet()) {
        double rate = family.getValue().round();
        if (round >= 0) {
          rates.computeIfAbsent(family.getKey(), name -> new double[ROUNDS])[round] = rate;
        }
      }
    }
    rates.forEach((name, all) -> print(name, families.get(name).page.length, all));
  }

  private static Map<String, ParseSpeed> families() throws IOException {
    Path pages =
        Path.of(System.getProperty("project.root"), "functions/crawler/src/test/resources");
    String official = Files.readString(pages.resolve("official/article.html"));
    String ciss = Files.readString(pages.resolve("ciss/article.html"));
    String cs = Files.readString(pages.resolve("cs/article.html"));
    Map<String, ParseSpeed> families = new LinkedHashMap<>();
    families.put("official", of("www.kookmin.ac.kr", official, ParseSpeed::official));
    families.put("official, long", of("www.kookmin.ac.kr", longer(official), ParseSpeed::official));
    families.put(
        "kmuciss",
        of("cms.kookmin.ac.kr", ciss, page -> CissArticlePage.parse(page, OFFICE).orElseThrow()));
    families.put(
        "cs", of("cs.kookmin.ac.kr", cs, page -> CsArticlePage.parse(page, OFFICE).orElseThrow()));
    return families;
  }

  private static ParseSpeed of(String host, String page, Reading reading) {
    return new ParseSpeed("https://" + host + "/notice/4/1/view.do", page, reading);
  }

  private static ArticlePage official(Document page) {
    OfficialArticlePage read = OfficialArticlePage.parse(page).orElseThrow();
    Office office = new Office(read.department(), read.phone());
    return new ArticlePage(
        read.title(), read.written(), read.author(), office, read.body(), List.of());
  }

  private static String longer(String page) {
    String start = "<div class=\"view_inner\">";
    String paragraph =
        "<p style=\"font-family: &quot;맑은 고딕&quot;; line-height: 160%\"><span style=\"color: #000\">수강신청을 희망하는 학생은 기간 안에 신청하시기 바랍니다.</span>&nbsp;</p>";
    return page.replace(
        start,
        start + paragraph.repeat(LONG_BODY / paragraph.getBytes(StandardCharsets.UTF_8).length));
  }

  private static void print(String name, int bytes, double[] rates) {
    Arrays.sort(rates);
    System.out.printf(
        "%-16s %7d bytes %,9.0f /s [%,.0f-%,.0f]%n",
        name, bytes, rates[ROUNDS / 2], rates[0], rates[ROUNDS - 1]);
  }

  private double round() throws IOException {
    // What a page does not say its row in the list does.
    ListRow row = new ListRow(url, 1, "제목", Optional.of(LocalDate.EPOCH), "", false);
    long start = cpu();
    long notices = 0;
    while (cpu() - start < ROUND_NANOS) {
      Document document = new FetchedPage(url, Optional.empty(), Validator.NONE, page).html();
      if (reading.of(document).notice(row, "학사공지").document().isEmpty()) {
        throw new IllegalStateException("Nothing was read");
      }
      notices++;
    }
    return notices * 1e9 / (cpu() - start);
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
