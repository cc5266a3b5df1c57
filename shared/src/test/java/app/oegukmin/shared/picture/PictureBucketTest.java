package app.oegukmin.shared.picture;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.testkit.Stack;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class PictureBucketTest {

  @RegisterExtension static final Stack STACK = Stack.of("MediaBucket");

  private final PictureBucket bucket =
      new PictureBucket(PictureBucket.connect(), STACK.bucket("MediaBucket"));

  @Test
  @DisplayName("D-Q6: a picture has its content type, and is kept for a day")
  void dQ6_storesWithContentType() {
    bucket.put("public/question/7/a.jpg", bytes("jpeg"));

    var head =
        STACK
            .s3()
            .headObject(r -> r.bucket(STACK.bucket("MediaBucket")).key("public/question/7/a.jpg"));
    assertThat(head.contentType()).isEqualTo("image/jpeg");
    assertThat(head.cacheControl()).isEqualTo("max-age=86400");
  }

  @Test
  @DisplayName("D-Q7: keys are random ASCII that needs no encoding in an address")
  void dQ7_makesKeysOfRandomAscii() {
    PictureKeys keys = new PictureKeys(new Random(1));
    assertThat(IntStream.range(0, 100).mapToObj(i -> keys.name()).distinct()).hasSize(100);
    assertThat(keys.name()).matches("[A-Za-z0-9_-]{22}");
    assertThat(PictureKeys.prefix("question", 7)).isEqualTo("public/question/7/");
  }

  @Test
  void knowsWhoseUploadAKeyIs() {
    String key = new PictureKeys(new Random(1)).upload("uid-1");
    assertThat(PictureKeys.isUploadOf("uid-1", key)).isTrue();
    assertThat(PictureKeys.isUploadOf("uid-2", key)).isFalse();
    assertThat(PictureKeys.isUploadOf("uid-1", key + "/../../public/a")).isFalse();
    assertThat(PictureKeys.isUploadOf("uid-1", "public/question/7/a.jpg")).isFalse();
  }

  @Test
  void findsWhatIsThereAndNotTooLong() {
    bucket.put("raw/a/b", bytes("12345"));
    assertThat(bucket.find("raw/a/b", 5)).hasValueSatisfying(b -> assertThat(b).hasSize(5));
    assertThat(bucket.find("raw/a/b", 4)).isEmpty();
    assertThat(bucket.find("raw/a/c", 5)).isEmpty();
  }

  @Test
  void deletesWhatBeginsWithAPrefix() {
    bucket.put("public/question/8/a.jpg", bytes("1"));
    bucket.put("public/question/8/b.jpg", bytes("1"));
    bucket.put("public/question/80/c.jpg", bytes("1"));
    bucket.deleteAll("public/question/8/");
    bucket.deleteAll("public/question/8/");
    assertThat(bucket.find("public/question/8/a.jpg", 1)).isEmpty();
    assertThat(bucket.find("public/question/8/b.jpg", 1)).isEmpty();
    assertThat(bucket.find("public/question/80/c.jpg", 1)).isPresent();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
