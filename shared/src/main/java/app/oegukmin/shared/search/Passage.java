package app.oegukmin.shared.search;

/**
 * A part of a text that may answer a question.
 *
 * @param kind {@code notice}, {@code question}, {@code answer}, {@code faq} or {@code help}
 * @param id the document's id
 * @param language the tag of its language; empty when its writer did not say
 * @param title the document's title; an answer has that of its question
 * @param date when it was written, {@code yyyy-MM-dd}
 * @param link where it can be read: a notice's page on its site, or the route of a post
 * @param text without markup, {@value #LONGEST} UTF-16 units at most
 * @param score how good it is beside others of the same response
 */
public record Passage(
    String kind,
    long id,
    String language,
    String title,
    String date,
    String link,
    String text,
    double score) {

  /** The longest text. */
  public static final int LONGEST = 1_500;
}
