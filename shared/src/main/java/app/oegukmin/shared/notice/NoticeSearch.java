package app.oegukmin.shared.notice;

import app.oegukmin.shared.language.Language;

/**
 * What is searched for.
 *
 * @param type a type of contract §8.2 or {@link NoticeTable#ALL}
 * @param word literally, in any case
 */
public record NoticeSearch(Language language, String type, String word) {}
