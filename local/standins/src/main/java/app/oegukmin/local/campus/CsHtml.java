package app.oegukmin.local.campus;

import static app.oegukmin.local.campus.PostBody.escaped;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** The pages and the feed of cs.kookmin.ac.kr; its lists cut long titles short. */
final class CsHtml {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uu.MM.dd");
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final LocalTime PUBLISHED = LocalTime.of(10, 12);
  private static final int LONGEST_TITLE = 40;

  private CsHtml() {}

  static String list(List<Post> pinned, List<Post> posts) {
    return """
        <!doctype html><html lang="ko"><head><meta charset="utf-8"><title>소프트웨어융합대학</title></head><body>
        <div class="board board-list"><div class="list-tbody">
        %s%s
        </div><p class="pagenation-number">1 / 1</p></div>
        </body></html>
        """
        .formatted(
            pinned.stream()
                .map(post -> row(post, "<li class=\"notice\"><strong>공지</strong></li>"))
                .collect(Collectors.joining()),
            posts.stream()
                .map(post -> row(post, "<li class=\"number\">" + post.number() % 100 + "</li>"))
                .collect(Collectors.joining()));
  }

  private static String row(Post post, String number) {
    return "<ul>%s<li class=\"subject\"><a href=\"./%d\">%s</a>%s</li><li>%s</li><li class=\"date\">%s</li><li>%d</li></ul>%n"
        .formatted(
            number,
            post.number(),
            escaped(cut(post.title())),
            post.files().isEmpty() ? "" : " <img src=\"/images/ico_file.gif\" alt=\"file\">",
            escaped(post.author()),
            DAY.format(post.written()),
            post.number() % 97);
  }

  private static String cut(String title) {
    return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE) + "…";
  }

  static String feed(List<Post> posts) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0"><channel><title>소프트웨어융합대학</title><link>https://cs.kookmin.ac.kr/</link>
        %s</channel></rss>
        """
        .formatted(posts.stream().map(CsHtml::item).collect(Collectors.joining()));
  }

  private static String item(Post post) {
    return "<item><title><![CDATA[%s]]></title><link>%d</link><author>%s</author><pubDate>%s</pubDate></item>%n"
        .formatted(
            post.title(),
            post.number(),
            escaped(post.author()),
            DateTimeFormatter.RFC_1123_DATE_TIME.format(
                post.written().atTime(PUBLISHED).atZone(SEOUL)));
  }

  static String article(Post post) {
    return """
        <!doctype html><html lang="ko"><head><meta charset="utf-8"><title>%1$s</title></head><body>
        <div class="view-thead"><p>%1$s</p></div>
        <table class="board board-view"><tbody>
          <tr><td class="view-title" colspan="4">%1$s</td></tr>
          <tr><th>작성자</th><td>%2$s</td><th class="aricle-subject">작성일</th><td>%3$s</td></tr>
          %4$s<tr><td class="board-view-content" colspan="4"><span class="hide">게시물 내용</span>
            <div id="view-detail-data">
        %5$s
            </div></td></tr>
        </tbody></table>
        </body></html>
        """
        .formatted(
            escaped(post.title()),
            escaped(post.author()),
            DAY.format(post.written()),
            files(post),
            post.html());
  }

  private static String files(Post post) {
    return post.files().stream()
        .map(
            file ->
                "<tr><th>첨부파일</th><td class=\"attach-file\" colspan=\"3\"><a href=\"//wfile.kookmin.ac.kr/files-v2/000/%d?id=1\">%s (35.0 KB)</a></td></tr>%n"
                    .formatted(post.number(), escaped(file)))
        .collect(Collectors.joining());
  }
}
