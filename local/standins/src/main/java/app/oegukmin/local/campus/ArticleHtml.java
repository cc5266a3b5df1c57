package app.oegukmin.local.campus;

import static app.oegukmin.local.campus.PostBody.escaped;

import java.time.format.DateTimeFormatter;

/** The article page of the official site. */
final class ArticleHtml {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu.MM.dd");

  private ArticleHtml() {}

  static String page(Post post) {
    return """
        <!doctype html><html lang="ko"><head><meta charset="utf-8"><title>%1$s</title></head><body>
        <h2 class="section_tit">%2$s</h2>
        <div class="cont_section spec_lec">
          <div class="board_view">
            <div class="view_top">
              <div class="title_wrap">
                <span class="ctg_name"></span>
                <p class="view_tit">%1$s</p>
              </div>
              <div class="board_etc">
                <span>작성일 %3$s</span>
                <span>담당부서 %4$s</span>
                %5$s<span>조회수 <em class="num">%6$d</em></span>
              </div>%7$s
            </div>
            <div class="view_cont">
              <div class="view_inner">
        %8$s
              </div>
            </div>
            <div class="view_bottom"><ul><li><a href="/user/kmuNews/notice/index.do">목록</a></li></ul></div>
          </div>
        </div>
        </body></html>
        """
        .formatted(
            escaped(post.title()),
            escaped(post.heading()),
            DAY.format(post.written()),
            escaped(post.department()),
            author(post),
            post.number() % 997,
            post.files().isEmpty() ? "" : files(post),
            post.html());
  }

  /** The page of an article that the site does not have. */
  static String none() {
    return """
        <!doctype html><html lang="ko"><head><meta charset="utf-8"><title>공지사항 | 국민대학교</title></head>
        <body><div class="cont_section spec_lec"></div></body></html>
        """;
  }

  private static String author(Post post) {
    if (post.author().isEmpty()) {
      return "";
    }
    return "<span>담당자 %s<em lang=\"en\"> ☎ %s</em></span>\n"
        .formatted(escaped(post.author()), escaped(post.phone()));
  }

  // The site's own script fills the list: a reader of the HTML sees an empty item and a template.
  private static String files(Post post) {
    return """

              <div class="board_atc file"><strong>첨부파일</strong><ul><li></li></ul></div>
              <script>
                var attflUuidValue = "%s";
                $.ajax({ url: "https://portal.kookmin.ac.kr/por/restapi/file/" + attflUuidValue, success: function(list){
                  list.forEach(function(fileItem){ $(".board_atc.file ul").append('<li><a href="https://kep.kookmin.ac.kr/com/cmsv/FileCtr/fileDefaultDownload.do?fileNo=' + fileItem.fileNo + '&seq=' + fileItem.seq + '">' + fileItem.fileNm + '</a></li>'); });
                }});
              </script>\
        """
        .formatted(post.fileSet());
  }
}
