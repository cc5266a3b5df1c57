package app.oegukmin.qna.picture;

import java.util.Map;

/**
 * Where a client puts one picture.
 *
 * @param key what {@code request.images} of a new post names
 * @param url for one PUT of exactly the length that was asked for
 * @param headers that the PUT must have, as they are
 * @param seconds how long the address is good
 */
record UploadView(String key, String url, Map<String, String> headers, long seconds) {}
