package app.oegukmin.shared.notice;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/** Notices of a made-up site. */
final class Notices {

  static final String ACADEMIC = "학사공지";
  static final String SCHOLARSHIP = "장학공지";
  static final LocalDate DAY = LocalDate.of(2026, 10, 3);
  static final List<Attachment> FILES =
      List.of(
          new Attachment("신청서.hwp", "https://site.example/f/1"),
          new Attachment("안내.pdf", "https://site.example/f/2"));

  private Notices() {}

  static Notice notice(String url, String title) {
    return notice(url, ACADEMIC, title, "<p>본문</p>");
  }

  static Notice notice(String url, String type, String title, String document) {
    return new Notice(
        "https://site.example/" + url,
        type,
        title,
        DAY,
        "교무팀",
        "홍길동",
        "02-910-0000",
        document,
        FILES);
  }

  /** Text that hardly gets smaller by compression. */
  static String random(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return new String(Base64.getEncoder().encode(bytes), StandardCharsets.US_ASCII)
        .substring(0, length);
  }
}
