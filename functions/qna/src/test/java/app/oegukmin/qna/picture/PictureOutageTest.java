package app.oegukmin.qna.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.qna.picture.PendingTable.Pending;
import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.image.Renditions;
import app.oegukmin.shared.picture.PictureBucket;
import app.oegukmin.shared.picture.PictureKeys;
import app.oegukmin.testkit.Stack;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class PictureOutageTest {

  @RegisterExtension static final Stack STACK = Stack.of("PendingTable", "MediaBucket");

  @Test
  @DisplayName("D-Q5: S3 fails, the caller hears 503, and the row for the sweep stays")
  void dQ5_storesNoPostWithoutItsPictures() {
    PendingTable pending = new PendingTable(STACK.dynamodb(), STACK.table("PendingTable"));
    PictureBucket away = new PictureBucket(PictureBucket.connect(), "no-such-bucket");
    PictureStore store = new PictureStore(away, pending, new PictureKeys(new Random(1)));
    NewPicture picture = new NewPicture("digest", new Renditions(new byte[1], new byte[1]));

    assertThatThrownBy(() -> store.store(new Pending("question", 7), List.of(picture)))
        .isInstanceOfSatisfying(
            ApiException.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(ErrorCode.UNAVAILABLE);
              assertThat(refusal.retryAfter()).isPositive();
            });
    assertThat(pending.below("question", 8, 9)).containsExactly(new Pending("question", 7));
  }
}
