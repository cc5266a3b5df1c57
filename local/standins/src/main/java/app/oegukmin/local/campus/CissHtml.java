package app.oegukmin.local.campus;

import static app.oegukmin.local.campus.PostBody.escaped;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The pages of cms.kookmin.ac.kr. Boards differ in how they spell dates in lists and in whether an
 * article's facts bear labels, as has been seen.
 */
final class CissHtml {

  private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_LOCAL_DATE;
  private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("uu.MM.dd");

  private CissHtml() {}

  static String list(List<Post> pinned, List<Post> posts) {
    String rows =
        pinned.stream().map(post -> row(post, true)).collect(Collectors.joining())
            + posts.stream().map(post -> row(post, false)).collect(Collectors.joining());
    return """
        <!doctype html><html lang="ko"><head><meta charset="utf-8"><title>외국인유학생지원센터</title></head><body>
        <div class="bn-list-common02 type01"><table class="board-table">
        <thead><tr><th>번호</th><th>제목</th><th>파일</th><th>작성자</th><th>등록일</th><th>조회수</th></tr></thead>
        <tbody>%s</tbody></table></div>
        </body></html>
        """
        .formatted(
            rows.isEmpty()
                ? "<tr><td class=\"b-no-post\" colspan=\"6\">등록된 글이 없습니다.</td></tr>"
                : rows);
  }

  private static String row(Post post, boolean pinned) {
    String date = (post.board() % 2 == 0 ? ISO : SHORT).format(post.written());
    return """
        <tr class="%1$s">
          <td class="b-num-box">%2$s</td>
          <td class="b-td-left"><div class="b-title-box">
            <a href="?mode=view&amp;articleNo=%3$d&amp;article.offset=0&amp;articleLimit=10" title="%4$s 자세히 보기">%5$s%4$s</a>
            <div class="b-m-con"><span class="b-date">%6$s</span><span class="b-writer">%7$s</span><span class="hit">조회수 %8$d</span></div>
          </div></td>
          <td>%9$s</td><td>%7$s</td><td>%6$s</td><td>%8$d</td>
        </tr>
        """
        .formatted(
            pinned ? "b-top-box" : "",
            pinned ? "<span class=\"b-notice\">공지</span>" : post.number() % 100,
            post.number(),
            escaped(post.title()),
            pinned ? "<span class=\"b-notice\">[공지]</span> " : "",
            date,
            escaped(post.author()),
            post.number() % 97,
            post.files().isEmpty() ? "-" : "<div class=\"b-file-box\"></div>");
  }

  static String article(Post post) {
    return """
        <!doctype html><html lang="ko"><head><meta charset="utf-8"><title>%1$s</title></head><body>
        <div class="b-main-box">
          <div class="b-top-box"><p class="b-title-box"><span class="b-title">%1$s</span></p>
            <div class="b-etc-box"><ul>%2$s%3$s%4$s</ul></div></div>
          <div class="b-file-box"><ul>%5$s</ul></div>
          <div class="b-content-box"><div class="b-con-box"><div class="fr-view">
        %6$s
          </div></div></div>
        </div>
        </body></html>
        """
        .formatted(
            escaped(post.title()),
            fact(post, "writer", "작성자", escaped(post.author())),
            fact(post, "date", "작성일", ISO.format(post.written())),
            fact(post, "hit", "조회수", String.valueOf(post.number() % 97)),
            files(post),
            post.html());
  }

  private static String fact(Post post, String name, String label, String value) {
    return "<li class=\"b-%s-box\">%s<span>%s</span></li>"
        .formatted(name, post.board() % 3 == 0 ? "" : "<span>" + label + "</span>", value);
  }

  private static String files(Post post) {
    return IntStream.range(0, post.files().size())
        .mapToObj(
            i ->
                "<li><a class=\"file-down-btn\" href=\"?mode=download&amp;articleNo=%d&amp;attachNo=%d\">%s</a></li>"
                    .formatted(post.number(), 900_000 + i, escaped(post.files().get(i))))
        .collect(Collectors.joining());
  }

  /** The page of an article that the site does not have. */
  static String none() {
    return """
        <!doctype html><html lang="ko"><head><meta charset="utf-8"><title>외국인유학생지원센터</title></head>
        <body><p>삭제되었거나 없는 게시물입니다.</p></body></html>
        """;
  }
}
