package app.oegukmin.shared.notice;

/**
 * A notice as a list shows it, in the list's language or, until it is translated, in Korean.
 *
 * @param id the number on the wire
 * @param writtenDate {@code yyyy-MM-dd}
 */
public record NoticeRow(
    long id, String title, String type, String writtenDate, String department, String author) {}
