package app.oegukmin.shared.notice;

import app.oegukmin.shared.dynamo.Item;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Where a notice's HTML lies: gzipped in the notice's own item, or, when it is large, in parts
 * here. Three languages share an item and an item holds 400 KB, hence 100 KB each. Parts are
 * written before the item that names them and never changed, so a reader never meets half a
 * document. Their key is their content's hash: whoever stores the same again leaves nothing behind.
 *
 * <pre>
 *   key = SHA-256 of the gzipped document + "#" + number   part
 * </pre>
 *
 * A table and not a bucket: a document of megabytes is rare, and the S3 client would be a fifth of
 * the package of a function that has to start fast.
 */
public final class DocumentTable {

  /** The largest gzipped document that stays in the notice's item, in bytes. */
  static final int INLINE = 100_000;

  private static final int PART = 350_000;

  private final DynamoDbClient client;
  private final String name;

  /** The table with a physical name. */
  public DocumentTable(DynamoDbClient client, String name) {
    this.client = client;
    this.name = name;
  }

  /** Stores a document and returns the attributes that lead to it; the suffix tells them apart. */
  Item store(String suffix, String html) {
    byte[] zipped = zip(html);
    if (zipped.length <= INLINE) {
      return leads(suffix, zipped, "", 0);
    }
    String key = HexFormat.of().formatHex(Notice.sha256().digest(zipped));
    int parts = (zipped.length + PART - 1) / PART;
    for (int i = 0; i < parts; i++) {
      byte[] part = Arrays.copyOfRange(zipped, i * PART, Math.min((i + 1) * PART, zipped.length));
      Item item = Item.empty().with("key", key + "#" + i).with("part", part);
      client.putItem(request -> request.tableName(name).item(item.attributes()));
    }
    return leads(suffix, new byte[0], key, parts);
  }

  private static Item leads(String suffix, byte[] inline, String key, int parts) {
    return Item.empty()
        .with("document" + suffix, inline)
        .with("documentKey" + suffix, key)
        .with("documentParts" + suffix, parts);
  }

  /** The document that {@link #store} put away. */
  String load(Item item, String suffix) {
    int parts = (int) item.number("documentParts" + suffix);
    if (parts == 0) {
      return unzip(item.findBytes("document" + suffix).orElseThrow());
    }
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    for (int i = 0; i < parts; i++) {
      zipped.writeBytes(part(item.text("documentKey" + suffix) + "#" + i));
    }
    return unzip(zipped.toByteArray());
  }

  private byte[] part(String key) {
    Item wanted = Item.empty().with("key", key);
    // Consistent, like the read of the item that names it: it may be a moment old.
    var answer =
        client.getItem(r -> r.tableName(name).key(wanted.attributes()).consistentRead(true));
    return new Item(answer.item())
        .findBytes("part")
        .orElseThrow(() -> new IllegalStateException("Document part is gone"));
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
