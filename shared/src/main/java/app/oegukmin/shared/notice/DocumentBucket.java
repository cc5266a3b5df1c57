package app.oegukmin.shared.notice;

import app.oegukmin.shared.dynamo.Item;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Where a notice's HTML lies: gzipped in its item, or in S3 when it is large. Three languages share
 * an item and an item holds 400 KB (DynamoDB's limit), hence a third of it less the rest for each.
 */
public final class DocumentBucket {

  /** The largest gzipped document that stays in the item, in bytes. */
  public static final int INLINE = 100_000;

  private final Supplier<S3Client> client;
  private final String bucket;

  /** The bucket with a physical name; the client is asked for only when a document is large. */
  public DocumentBucket(Supplier<S3Client> client, String bucket) {
    this.client = client;
    this.bucket = bucket;
  }

  /**
   * Stores a document and returns the attributes that lead to it; {@code suffix} tells them apart.
   */
  Item store(long article, String suffix, String html) {
    byte[] zipped = zip(html);
    if (zipped.length <= INLINE) {
      return Item.empty().with("document" + suffix, zipped).with("documentKey" + suffix, "");
    }
    String key = "documents/" + article + suffix + "/" + Integer.toHexString(html.hashCode());
    client
        .get()
        .putObject(
            request -> request.bucket(bucket).key(key).contentType("application/gzip"),
            RequestBody.fromBytes(zipped));
    return Item.empty().with("document" + suffix, new byte[0]).with("documentKey" + suffix, key);
  }

  /** The document that {@link #store} put away. */
  String load(Item item, String suffix) {
    String key = item.text("documentKey" + suffix);
    if (key.isEmpty()) {
      return unzip(item.findBytes("document" + suffix).orElse(new byte[0]));
    }
    return unzip(client.get().getObjectAsBytes(r -> r.bucket(bucket).key(key)).asByteArray());
  }

  private static byte[] zip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zipped = new GZIPOutputStream(bytes)) {
      zipped.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  private static String unzip(byte[] zipped) {
    try (GZIPInputStream text = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("A stored document is damaged", e);
    }
  }
}
