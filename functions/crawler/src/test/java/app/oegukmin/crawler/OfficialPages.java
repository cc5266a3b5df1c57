package app.oegukmin.crawler;

import java.util.Arrays;

/** Writes pages of the official site for tests. */
final class OfficialPages {

  static final String NOTICE = "https://www.kookmin.ac.kr/user/kmuNews/notice/";

  private OfficialPages() {}

  static String list(String... rows) {
    return "<div class='board_list'><ul>" + String.join("", rows) + "</ul></div>";
  }

  static String row(int board, long number) {
    return row(board, number, "");
  }

  static String row(int board, long number, String category) {
    return """
        <li><a href="/user/kmuNews/notice/%d/%d/view.do?currentPageNo=1"><div class="board_txt">
        <span class="ctg_name">%s</span><p class="title">%2$d</p>
        <div class="board_etc"><span>2026.11.20</span><span>교무팀</span></div></div></a></li>
        """
        .formatted(board, number, category);
  }

  static String pinned(int board, long number) {
    return """
        <li class="notice"><a href="/user/kmuNews/notice/%d/%d/view.do?currentPageNo=1">
        <p class="title">%2$d</p></a></li>
        """
        .formatted(board, number);
  }

  static String[] rows(int board, long... numbers) {
    return Arrays.stream(numbers).mapToObj(number -> row(board, number)).toArray(String[]::new);
  }

  static String article(String title, String day, String body) {
    return """
        <h2 class="section_tit">학사공지</h2><div class="board_view">
        <div class="view_top"><p class="view_tit">%s</p>
        <div class="board_etc"><span>작성일 %s</span><span>담당부서 교무팀</span></div></div>
        <div class="view_inner">%s</div></div>
        """
        .formatted(title, day, body);
  }

  static String url(int board, long number) {
    return NOTICE + board + "/" + number + "/view.do";
  }

  static String listUrl(int board, int page) {
    return NOTICE + board + "/index.do?currentPageNo=" + page;
  }
}
