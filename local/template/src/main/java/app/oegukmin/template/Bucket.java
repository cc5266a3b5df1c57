package app.oegukmin.template;

/** An S3 bucket. */
public record Bucket(String logicalId, String name) {}
