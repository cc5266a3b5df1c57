package app.oegukmin.qna.picture;

/**
 * A picture that a client wants to upload.
 *
 * @param type as {@code image/jpeg}
 * @param length in bytes
 */
record UploadRequest(String type, Long length) {}
