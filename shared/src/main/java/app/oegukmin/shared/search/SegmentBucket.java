package app.oegukmin.shared.search;

import app.oegukmin.shared.digest.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The files of the index in S3. An object is named by the hash of its content, so none is ever
 * overwritten. Its methods throw an {@link software.amazon.awssdk.core.exception.SdkException} when
 * S3 cannot be asked or has no such object. Safe for several threads.
 */
public final class SegmentBucket {

  private static final String PREFIX = "segments/";

  private final S3Client s3;
  private final String bucket;

  /** The bucket with a name. */
  public SegmentBucket(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  /** The name of the object with a file's content. */
  static String name(Path file) throws IOException {
    MessageDigest digest = Digests.sha256();
    try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      Files.copy(file, out);
    }
    return PREFIX + HexFormat.of().formatHex(digest.digest());
  }

  /** Stores a file and says under which name. */
  String put(Path file) throws IOException {
    String name = name(file);
    RequestBody content = RequestBody.fromBytes(Files.readAllBytes(file));
    s3.putObject(request -> request.bucket(bucket).key(name), content);
    return name;
  }

  /**
   * Fetches an object; the file is there whole or not at all.
   *
   * @throws IOException when the object has another content than its name says
   */
  void fetch(String name, Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (InputStream object = s3.getObject(request -> request.bucket(bucket).key(name))) {
      Files.copy(object, part, StandardCopyOption.REPLACE_EXISTING);
    }
    if (!name(part).equals(name)) {
      throw new IOException("Not the content of " + name);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Deletes the objects that nobody needs.
   *
   * @param needed which stay
   * @param before younger ones stay as well: a writer may be about to publish them
   */
  void sweep(Set<String> needed, Instant before) {
    List<String> names =
        s3
            .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(PREFIX))
            .contents()
            .stream()
            .filter(object -> object.lastModified().isBefore(before))
            .map(S3Object::key)
            .filter(name -> !needed.contains(name))
            .toList();
    names.forEach(name -> s3.deleteObject(request -> request.bucket(bucket).key(name)));
  }
}
