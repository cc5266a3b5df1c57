package app.oegukmin.shared.notice;

import app.oegukmin.shared.language.Language;

/**
 * A version of a notice that is listed in Korean in another language's list.
 *
 * @param article the article part of its {@link NoticeId}
 * @param language never Korean
 * @param hash the version
 */
public record UntranslatedNotice(long article, Language language, String hash) {}
