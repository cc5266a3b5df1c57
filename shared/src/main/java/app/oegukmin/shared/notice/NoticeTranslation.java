package app.oegukmin.shared.notice;

import app.oegukmin.shared.language.Language;

/**
 * One version of one notice in another language.
 *
 * @param article the article part of its {@link NoticeId}
 * @param language never Korean
 * @param type the type under which the article is listed
 * @param hash the version of the Korean original that was translated
 */
public record NoticeTranslation(
    long article,
    Language language,
    String type,
    String hash,
    String title,
    String department,
    String document) {}
