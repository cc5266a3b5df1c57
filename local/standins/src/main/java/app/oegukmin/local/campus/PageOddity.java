package app.oegukmin.local.campus;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** An odd way to publish what is all there, always the same for one page. */
enum PageOddity {
  /** {@code 2026.11.20} as people write it. */
  DATE("F-40 date in words", edit("작성일 (\\d{4})\\.(\\d\\d)\\.(\\d\\d)", "작성일 $1년 $2월 $3일 14:30")),
  SESSION("F-41 jsessionid in links", edit("/view\\.do\\?", "/view.do;jsessionid=0A1B2C3D?")),
  ADDRESS(
      "F-41 another spelling of links",
      edit("href=\"(/user/kmuNews/)", "href=\"http://WWW.KOOKMIN.AC.KR:80$1")),
  CHARSET("F-42 EUC-KR", PageOddity::korean),
  LABEL("F-42 EUC-KR labelled UTF-8", PageOddity::mislabelled),
  FILES("F-43 javascript: link", body("<p><a href=\"javascript:down('1 2')\">신청서 양식</a></p>")),
  MAP(
      "F-44 image map",
      body(
          "<p><img src=\"/upload/1.png\" usemap=\"#m\"><map name=\"m\"><area href=\"/apply.do\"></map></p>")),
  BREAKS("F-45 line breaks by style", body("<p style=\"white-space:pre-line\">1. 접수\n2. 심사</p>")),
  MENU(
      "F-31, F-46, F-47, F-48, F-50 odd menus",
      edit(
          "(<tbody>)",
          "$1<tr><td>PASTA</td><td colspan=\"7\">봉골레 350kcal<br>6.000원 / 6,500원<br>"
              + "가".repeat(3_000)
              + "</td></tr>")),
  HOURS(
      "F-48 hours and a phone in menus",
      edit("(fourName=메뉴}\"/>)", "$1운영시간 11:00~18:30, 문의 02-910-4114<br>")),
  NULL_DISH(
      "F-34, F-49 null in menus",
      edit("(\"\\d{4}-\\d\\d-\\d\\d\":\\{)", "$1\"9코너\":{\"메뉴\":null,\"가격\":null},")),
  CAFETERIA(
      "F-34 a cafeteria in one feed alone",
      edit(
          "(?s)(<form id=\"frm\">\\s*)<div class=\"cont_section\">.*?</table></div>\\s*</div>",
          "$1")),
  MOVED("F-25 a notice on two boards", PageOddity::moved);

  /** Whose notices only the list of all boards has. */
  private static final String OTHER = "2";

  private static final Charset KOREAN = Charset.forName("x-windows-949");

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // a lambda without state
  private final Function<CampusReply, Optional<CampusReply>> change;

  PageOddity(String label, Function<CampusReply, Optional<CampusReply>> change) {
    this.label = label;
    this.change = change;
  }

  /** The page so published, empty where there is nothing to change. */
  Optional<CampusReply> of(CampusReply page) {
    return change.apply(page);
  }

  /** Its name in the table, with the number of the defect that it provoked once. */
  @Override
  public String toString() {
    return label;
  }

  private static Function<CampusReply, Optional<CampusReply>> edit(
      String pattern, String replacement) {
    Pattern compiled = Pattern.compile(pattern);
    return page -> {
      String text = page.text();
      return Optional.of(compiled.matcher(text).replaceAll(replacement))
          .filter(edited -> !edited.equals(text))
          .map(CampusReply::html);
    };
  }

  /** Adds to the body of an article, where each family of sites has it. */
  private static Function<CampusReply, Optional<CampusReply>> body(String html) {
    return edit(
        "(<div class=\"view_inner\">|<div class=\"fr-view\">|<div id=\"view-detail-data\">)",
        "$1" + html);
  }

  /** A list of several boards has the notices of one of them under another board's number, too. */
  private static Optional<CampusReply> moved(CampusReply page) {
    List<String> boards =
        Pattern.compile("href=\"/user/kmuNews/notice/(\\d+)/")
            .matcher(page.text())
            .results()
            .map(found -> found.group(1))
            .distinct()
            .toList();
    String moved = boards.isEmpty() ? "" : boards.getLast();
    return boards.size() < 2 || moved.equals(OTHER)
        ? Optional.empty()
        : edit("/notice/" + moved + "/", "/notice/" + OTHER + "/").apply(page);
  }

  private static Optional<CampusReply> korean(CampusReply page) {
    return coded(page, "EUC-KR");
  }

  private static Optional<CampusReply> mislabelled(CampusReply page) {
    return coded(page, "UTF-8");
  }

  private static Optional<CampusReply> coded(CampusReply page, String label) {
    String text = page.text().replace("<meta charset=\"utf-8\">", "");
    return Optional.of(text)
        .filter(html -> html.contains("<html") && KOREAN.newEncoder().canEncode(html))
        .map(html -> CampusReply.bytes("text/html;charset=" + label, html.getBytes(KOREAN)));
  }
}
