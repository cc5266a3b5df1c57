package app.oegukmin.shared.image;

/**
 * A picture as it is served: two upright JPEGs without metadata.
 *
 * @param screen at most {@link ImageCodec#SCREEN} pixels long and wide
 * @param thumbnail at most {@link ImageCodec#THUMBNAIL} pixels long and wide
 */
@SuppressWarnings("ArrayRecordComponent") // Written once, to S3; nobody compares them.
public record Renditions(byte[] screen, byte[] thumbnail) {}
