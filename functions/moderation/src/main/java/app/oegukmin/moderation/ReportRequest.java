package app.oegukmin.moderation;

/**
 * What a member reports.
 *
 * @param kind {@code question}, {@code answer}, {@code help} or {@code message}
 * @param room of a chat message
 * @param reason at most 255 characters
 */
record ReportRequest(String kind, Long id, Long room, String reason) {}
