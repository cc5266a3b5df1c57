package app.oegukmin.moderation;

/**
 * What an administrator hides or shows again.
 *
 * @param kind {@code question}, {@code answer}, {@code help} or {@code faq}
 * @param hidden true hides
 * @param reason at most 255 characters, for the audit
 */
record HiddenRequest(String kind, Long id, Boolean hidden, String reason) {}
