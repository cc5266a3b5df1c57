package app.oegukmin.engines;

import app.oegukmin.template.LocalNames;

/**
 * The account that every engine plays. S3Proxy checks signatures with it; DynamoDB Local and
 * ElasticMQ accept anything.
 */
public final class LocalAccount {

  /** Letters and digits only, which DynamoDB Local demands. */
  public static final String ACCESS_KEY_ID = "oegukminlocal";

  /** Opens nothing but the engines of this machine. */
  public static final String SECRET_ACCESS_KEY = "oegukminlocalsecret";

  /** The region of the ARNs and of signatures. */
  public static final String REGION = LocalNames.REGION;

  /** The number in the ARNs of queues and in their URLs. */
  public static final String ACCOUNT_ID = LocalNames.ACCOUNT;

  private LocalAccount() {}
}
