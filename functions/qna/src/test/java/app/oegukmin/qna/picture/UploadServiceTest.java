package app.oegukmin.qna.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.limit.Limiter;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.picture.PictureBucket;
import app.oegukmin.shared.picture.PictureKeys;
import app.oegukmin.shared.picture.UploadAddresses;
import app.oegukmin.testkit.Stack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("process")
class UploadServiceTest {

  @RegisterExtension static final Stack STACK = Stack.of("MediaBucket");

  private UploadService uploads;

  @BeforeEach
  void prepare() {
    Clock clock = Clock.systemUTC();
    Limiter limiter = new Limiter(Optional.empty(), clock, new Metrics("qna", clock, System.out));
    uploads =
        new UploadService(
            new UploadAddresses(PictureBucket.connect(), STACK.bucket("MediaBucket")),
            new PictureKeys(new Random(1)),
            limiter);
  }

  @Test
  void takesExactlyWhatWasAnnounced() throws Exception {
    UploadView view = uploads.prepare("uid-1", new UploadRequest("image/png", 5L));

    assertThat(PictureKeys.isUploadOf("uid-1", view.key())).isTrue();
    assertThat(put(view, "image/png", 5)).isEqualTo(200);
    var stored =
        STACK.s3().getObjectAsBytes(r -> r.bucket(STACK.bucket("MediaBucket")).key(view.key()));
    assertThat(stored.asByteArray()).hasSize(5);
    assertThat(stored.response().contentType()).isEqualTo("image/png");
  }

  @Test
  void isRefusedWithAnotherLengthTypeOrKey() throws Exception {
    UploadView view = uploads.prepare("uid-1", new UploadRequest("image/png", 5L));
    UploadView other =
        new UploadView(
            view.key(), view.url().replace("/raw/", "/public/"), view.headers(), view.seconds());

    assertThat(put(view, "image/png", 6)).isEqualTo(403);
    assertThat(put(view, "text/html", 5)).isEqualTo(403);
    assertThat(put(other, "image/png", 5)).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "image/jpeg, 0, EMPTY_FILE",
        "image/jpeg, -, EMPTY_FILE",
        "image/jpeg, 20000001, UPLOAD_TOO_LARGE",
        "image/heic, 10, INVALID_FILE",
        "-, 10, INVALID_FILE"
      })
  void refusesWhatNoPictureIs(String type, Long length, ErrorCode code) {
    assertThatThrownBy(() -> uploads.prepare("uid-1", new UploadRequest(type, length)))
        .isInstanceOfSatisfying(
            ApiException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private static int put(UploadView view, String type, int length)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(view.url()))
            .header("Content-Type", type)
            .PUT(HttpRequest.BodyPublishers.ofByteArray(new byte[length]))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }
}
