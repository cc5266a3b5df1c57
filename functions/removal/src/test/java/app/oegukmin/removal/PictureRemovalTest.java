package app.oegukmin.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.shared.picture.PictureBucket;
import app.oegukmin.shared.picture.PictureKeys;
import app.oegukmin.shared.work.RemoveMember;
import app.oegukmin.shared.work.RemovePictures;
import app.oegukmin.testkit.Stack;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudfront.model.CloudFrontException;
import software.amazon.awssdk.services.s3.model.S3Object;

@Tag("process")
class PictureRemovalTest {

  @RegisterExtension static final Stack STACK = Stack.of("MediaBucket");

  private final PictureBucket bucket = new PictureBucket(STACK.s3(), STACK.bucket("MediaBucket"));

  @BeforeEach
  void clear() {
    STACK.clear();
  }

  @Test
  void removesThePicturesOfOnePostAndTellsCloudFront() throws IOException {
    store("public/question/7/a.jpg", "public/question/7/a-s.jpg", "public/question/77/b.jpg");
    store("public/faq/7/c.jpg");
    try (FakeCloudFront cloudFront = FakeCloudFront.start(201)) {
      PictureRemoval removal =
          new PictureRemoval(bucket, Optional.of(cloudFront.invalidations("E1")));

      removal.remove(new RemovePictures("question", 7));

      assertThat(keys())
          .containsExactlyInAnyOrder("public/question/77/b.jpg", "public/faq/7/c.jpg");
      assertThat(cloudFront.requests())
          .singleElement()
          .asString()
          .contains("/distribution/E1/invalidation")
          .contains("<Path>/question/7/*</Path>")
          .contains("<CallerReference>pictures:question#7</CallerReference>");
    }
  }

  @Test
  void invalidatesAgainWhenATryHasFailedAfterTheObjectsWereGone() throws IOException {
    store("public/question/7/a.jpg");
    try (FakeCloudFront refusing = FakeCloudFront.start(403)) {
      PictureRemoval first = new PictureRemoval(bucket, Optional.of(refusing.invalidations("E1")));
      assertThatThrownBy(() -> first.remove(new RemovePictures("question", 7)))
          .isInstanceOf(CloudFrontException.class);
    }
    assertThat(keys()).isEmpty();
    try (FakeCloudFront cloudFront = FakeCloudFront.start(201)) {
      new PictureRemoval(bucket, Optional.of(cloudFront.invalidations("E1")))
          .remove(new RemovePictures("question", 7));

      assertThat(cloudFront.requests()).hasSize(1);
    }
  }

  @Test
  void removesWhatADepartedMemberHasUploaded() {
    PictureKeys keys = new PictureKeys(new Random(1));
    String stays = keys.upload("uid-stays");
    store(keys.upload("uid-gone"), keys.upload("uid-gone"), stays);

    new PictureRemoval(bucket, Optional.empty())
        .remove(new RemoveMember("uid-gone", "public", "2026-11-20T09:00:00"));

    assertThat(keys()).containsExactly(stays);
  }

  private static void store(String... keys) {
    for (String key : keys) {
      STACK
          .s3()
          .putObject(
              r -> r.bucket(STACK.bucket("MediaBucket")).key(key), RequestBody.fromString("x"));
    }
  }

  private static List<String> keys() {
    return STACK.s3().listObjectsV2(r -> r.bucket(STACK.bucket("MediaBucket"))).contents().stream()
        .map(S3Object::key)
        .toList();
  }
}
