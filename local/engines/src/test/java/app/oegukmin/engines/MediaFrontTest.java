package app.oegukmin.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

@Tag("process")
class MediaFrontTest {

  private static final String BUCKET = "media";

  @TempDir Path logs;

  @Test
  void servesWhatIsPublicToEverybodyAndNothingElse() throws Exception {
    try (Engines engines = Engines.ofBuild(logs);
        S3Client s3 = s3(engines)) {
      s3.createBucket(request -> request.bucket(BUCKET));
      put(s3, "public/question/7/a.jpg");
      put(s3, "raw/member/b");
      String base = engines.media(BUCKET);

      HttpResponse<String> picture = get(base + "/question/7/a.jpg");
      assertThat(picture.statusCode()).isEqualTo(200);
      assertThat(picture.body()).isEqualTo("picture");
      assertThat(picture.headers().firstValue("Content-Type")).contains("image/jpeg");
      assertThat(picture.headers().firstValue("Cache-Control")).contains("max-age=86400");
      assertThat(get(base + "/question/7/absent.jpg").statusCode()).isEqualTo(403);
      assertThat(get(base + "/../raw/member/b").statusCode()).isEqualTo(403);
      assertThat(get(base + "/raw/member/b").statusCode()).isEqualTo(403);
      assertThat(get(base + "/").statusCode()).isEqualTo(403);
    }
  }

  private static S3Client s3(Engines engines) {
    engines.add(Set.of(Engine.S3));
    return Clients.s3(engines.s3());
  }

  private static void put(S3Client s3, String key) {
    s3.putObject(
        request ->
            request.bucket(BUCKET).key(key).contentType("image/jpeg").cacheControl("max-age=86400"),
        RequestBody.fromString("picture"));
  }

  private static HttpResponse<String> get(String address) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(address)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
