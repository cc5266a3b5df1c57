package app.oegukmin.engines;

/**
 * The account that every engine plays. S3Proxy checks signatures with it; DynamoDB Local and
 * ElasticMQ accept anything.
 */
public final class LocalAccount {

  /** Letters and digits only, which DynamoDB Local demands. */
  public static final String ACCESS_KEY_ID = "oegukminlocal";

  /** Opens nothing but the engines of this machine. */
  public static final String SECRET_ACCESS_KEY = "oegukminlocalsecret";

  /** The region of the real stages, so that ARNs look alike. */
  public static final String REGION = "ap-northeast-2";

  /** The account id in the ARNs of the engines. */
  public static final String ACCOUNT_ID = "000000000000";

  private LocalAccount() {}
}
