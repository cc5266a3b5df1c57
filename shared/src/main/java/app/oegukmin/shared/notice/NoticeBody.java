package app.oegukmin.shared.notice;

import java.util.List;

/**
 * A notice in full, in one language or, until it is translated, in Korean.
 *
 * @param article what the three languages share
 * @param hash the version of the Korean original
 * @param type contract §8.2
 * @param title in the language asked for
 * @param writtenDate {@code yyyy-MM-dd}
 * @param department in the language asked for
 * @param author as the site writes it
 * @param authorPhone as the site writes it
 * @param document HTML
 * @param url the site's page
 * @param files attachments
 * @param createdDate local date and time in Asia/Seoul, contract §3.2
 * @param modifiedDate likewise
 * @param translated whether title, department and document are a translation of this version
 */
public record NoticeBody(
    long article,
    String hash,
    String type,
    String title,
    String writtenDate,
    String department,
    String author,
    String authorPhone,
    String document,
    String url,
    List<Attachment> files,
    String createdDate,
    String modifiedDate,
    boolean translated) {}
