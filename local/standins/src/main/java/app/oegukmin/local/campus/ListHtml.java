package app.oegukmin.local.campus;

import static app.oegukmin.local.campus.PostBody.escaped;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** The list page of the official site. */
final class ListHtml {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu.MM.dd");

  private ListHtml() {}

  static String page(List<Post> pinned, List<Post> posts, int total, int page, int size) {
    return """
        <!doctype html><html lang="ko"><head><meta charset="utf-8"><title>공지사항 | 국민대학교</title></head><body>
        <input type="hidden" name="currentPageNo" value="%1$d">
        <div class="board_list">
          <ul>
        %2$s%3$s
          </ul>
        </div>
        <ul class="tab_bottom"><li>총게시물&nbsp;<span>%4$d</span></li><li>페이지&nbsp;<span>%1$d / %5$d</span></li></ul>
        <ul class="page_list"><li><a href="#" data-params="1" onclick="global.index(1); return false;">처음으로</a></li></ul>
        </body></html>
        """
        .formatted(
            page,
            pinned.stream().map(ListHtml::pinned).collect(Collectors.joining()),
            posts.stream()
                .map(post -> row(post, post.equals(posts.getLast())))
                .collect(Collectors.joining()),
            total,
            Math.ceilDiv(total, size));
  }

  private static String pinned(Post post) {
    return """
            <li class="notice">
              <a href="%s?currentPageNo=1">
                <p class="title">%s</p>
              </a>
            </li>
        """
        .formatted(post.path(), escaped(post.title()));
  }

  private static String row(Post post, boolean last) {
    return """
            <li%1$s>
              <a href="%2$s?currentPageNo=1">
                <input type="hidden" value="%3$s"/>
                <div class="board_txt">
                  <span class="ctg_name">%4$s</span>
                  <p class="title">%5$s</p>
                  <div class="board_etc">
                    <span>%6$s</span>
                    <span>%3$s</span>
                    %7$s<span>조회수 <em class="num">%8$d</em></span>
                  </div>%9$s
                </div>
              </a>
            </li>
        """
        .formatted(
            last ? " class=\"last\"" : "",
            post.path(),
            escaped(post.department()),
            escaped(post.heading()),
            escaped(post.title()),
            DAY.format(post.written()),
            post.author().isEmpty() ? "" : "<span>" + escaped(post.author()) + "</span>",
            post.number() % 997,
            post.files().isEmpty()
                ? ""
                : "<div class=\"board_atc\"><span class=\"file_ic\"></span></div>");
  }
}
