package app.oegukmin.template;

/** An S3 bucket. */
public record Bucket(String logicalId, String name) {

  /** Reads {@code AWS::S3::Bucket}. */
  static Bucket read(Resources resources, Resource resource) {
    resource.properties().without("BucketName");
    return new Bucket(resource.logicalId(), resources.reference(resource));
  }
}
