package app.oegukmin.shared.s3;

import java.time.Duration;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Makes clients of S3. */
public final class S3 {

  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration ANSWER = Duration.ofSeconds(5);

  private S3() {}

  /**
   * A client for the function's Region; endpoint and credentials come from the SDK's chain.
   *
   * @param patience how long a call takes at most, with all its tries
   */
  public static S3Client connect(Duration patience) {
    return connect(patience, builder -> {});
  }

  /** The same with more settings. */
  public static S3Client connect(Duration patience, Consumer<S3ClientBuilder> more) {
    S3ClientBuilder builder = S3Client.builder();
    more.accept(builder);
    return builder
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(ANSWER))
        // The JDK's client fails now and then where it has to wait for 100 Continue. And it sends a
        // PUT, other than a POST, by a kept connection that has died while the function was frozen
        // or idle, again and again while there are such: none is kept.
        // Nor may anything come behind the body, such as a checksum: who has read it all responds
        // and closes, and the JDK's client fails to write the rest.
        .serviceConfiguration(
            config -> config.expectContinueEnabled(false).chunkedEncodingEnabled(false))
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .overrideConfiguration(
            config ->
                config
                    .putHeader("Connection", "close")
                    .retryStrategy(AwsRetryStrategy.standardRetryStrategy())
                    .apiCallTimeout(patience))
        .build();
  }
}
