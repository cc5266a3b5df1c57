package app.oegukmin.moderation;

/**
 * What a member reports.
 *
 * @param kind {@code question}, {@code answer} or {@code help}
 * @param reason at most 255 characters
 */
record ReportRequest(String kind, Long id, String reason) {}
