package app.oegukmin.local.campus;

import java.time.LocalDate;
import java.util.List;

/**
 * A notice on the campus.
 *
 * @param board number of its board
 * @param heading the board's name
 * @param number unlike any other's
 * @param title without markup
 * @param written the day it bears
 * @param place where its list shows it
 * @param gone listed, but no longer there
 * @param department who wrote it
 * @param author empty string when nobody is named
 * @param phone empty string when none is given
 * @param files names of its attachments
 * @param html its body
 */
record Post(
    int board,
    String heading,
    long number,
    String title,
    LocalDate written,
    Place place,
    boolean gone,
    String department,
    String author,
    String phone,
    List<String> files,
    String html) {

  /** Where a list shows a post: in its turn, on top of the first page, or both. */
  enum Place {
    LISTED,
    PINNED,
    BOTH
  }

  boolean pinned() {
    return place != Place.LISTED;
  }

  boolean listed() {
    return place != Place.PINNED;
  }

  String path() {
    return "/user/kmuNews/notice/" + board + "/" + number + "/view.do";
  }

  /** The key under which the portal lists the attachments. */
  String fileSet() {
    return "%032x".formatted(number);
  }
}
