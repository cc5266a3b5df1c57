package app.oegukmin.shared.notice;

/**
 * A file attached to a notice (D-N10).
 *
 * @param title the file's name as the site shows it
 * @param link absolute URL of the download
 */
public record Attachment(String title, String link) {}
