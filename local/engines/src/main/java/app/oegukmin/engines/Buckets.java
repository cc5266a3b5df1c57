package app.oegukmin.engines;

import app.oegukmin.template.Bucket;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.S3Client;

/** Makes the template's buckets. */
public final class Buckets {

  private Buckets() {}

  /** Makes those that are not there yet. */
  public static void createMissing(S3Client s3, List<Bucket> buckets) {
    var existing =
        s3.listBuckets().buckets().stream().map(b -> b.name()).collect(Collectors.toSet());
    buckets.stream()
        .filter(bucket -> !existing.contains(bucket.name()))
        .forEach(bucket -> s3.createBucket(request -> request.bucket(bucket.name())));
  }
}
