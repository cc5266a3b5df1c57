package app.oegukmin.shared.notice;

import app.oegukmin.shared.digest.Digests;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Where a notice's HTML lies: gzipped in the notice's own item, or, when it is large, in parts
 * here. Three languages share an item and an item holds 400 KB, hence 100 KB each. Parts are
 * written before the item that names them and never changed, so a reader never meets half a
 * document. Their key is a hash of their content, so that storing the same document again adds
 * nothing.
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

  private record Part(String key, SdkBytes part) {}

  static final TableSchema<Part> PARTS = RecordSchema.of(Part.class).partition("key").build();

  private final DynamoDbClient client;
  private final DynamoDbTable<Part> table;

  /** The table with a physical name. */
  public DocumentTable(DynamoDbClient client, String name) {
    this.client = client;
    this.table = Dynamo.table(client, name, PARTS);
  }

  /** Stores a document; put the result into the item that refers to it. */
  StoredDocument store(String html) {
    byte[] zipped = zip(html);
    if (zipped.length <= INLINE) {
      return new StoredDocument(SdkBytes.fromByteArray(zipped), "", 0);
    }
    String key = HexFormat.of().formatHex(Digests.sha256().digest(zipped));
    int parts = (zipped.length + PART - 1) / PART;
    for (int i = 0; i < parts; i++) {
      byte[] part = Arrays.copyOfRange(zipped, i * PART, Math.min((i + 1) * PART, zipped.length));
      table.putItem(new Part(key + "#" + i, SdkBytes.fromByteArray(part)));
    }
    return new StoredDocument(SdkBytes.fromByteArray(new byte[0]), key, parts);
  }

  /** The document that {@link #store} has stored; its parts come in one round trip. */
  String load(StoredDocument stored) {
    if (stored.parts() == 0) {
      return unzip(stored.inline().asByteArray());
    }
    List<String> keys =
        IntStream.range(0, stored.parts()).mapToObj(part -> stored.key() + "#" + part).toList();
    Map<String, SdkBytes> parts = parts(keys);
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    for (String key : keys) {
      SdkBytes part = parts.get(key);
      if (part == null) {
        throw new IllegalStateException("Document part is gone");
      }
      zipped.writeBytes(part.asByteArray());
    }
    return unzip(zipped.toByteArray());
  }

  // Consistent, like the read of the item that names them: they may be a moment old.
  private Map<String, SdkBytes> parts(List<String> keys) {
    List<Key> items = keys.stream().map(key -> Key.builder().partitionValue(key).build()).toList();
    return Reads.batch(client, table, items).stream()
        .collect(Collectors.toMap(Part::key, Part::part));
  }

  private static byte[] zip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zipped = new GZIPOutputStream(bytes)) {
      zipped.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("An in-memory stream failed", e);
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
