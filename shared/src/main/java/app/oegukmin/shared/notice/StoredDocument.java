package app.oegukmin.shared.notice;

import software.amazon.awssdk.core.SdkBytes;

/**
 * Where a document lies that {@link DocumentTable} has stored: here, or in parts there.
 *
 * @param inline the gzipped document, empty when it lies in parts
 * @param key what the keys of its parts begin with, empty when it lies here
 * @param parts how many parts, 0 when it lies here
 */
record StoredDocument(SdkBytes inline, String key, int parts) {}
