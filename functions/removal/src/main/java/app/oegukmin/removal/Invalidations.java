package app.oegukmin.removal;

import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;

/** Tells a distribution of CloudFront what not to serve any more. */
record Invalidations(CloudFrontClient client, String distribution) {

  /** For the distribution with an id. */
  static Invalidations connect(String distribution) {
    CloudFrontClient client =
        CloudFrontClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
    return new Invalidations(client, distribution);
  }

  /**
   * Invalidates a path; one that ends with a star counts, and costs, as one.
   *
   * @param reference a second call with the same one does nothing
   */
  void invalidate(String path, String reference) {
    client.createInvalidation(
        request ->
            request
                .distributionId(distribution)
                .invalidationBatch(
                    batch ->
                        batch
                            .callerReference(reference)
                            .paths(paths -> paths.quantity(1).items(path))));
  }
}
