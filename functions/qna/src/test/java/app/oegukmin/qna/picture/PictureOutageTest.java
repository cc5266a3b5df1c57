package app.oegukmin.qna.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.qna.picture.PendingTable.Pending;
import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.image.Renditions;
import app.oegukmin.shared.picture.PictureBucket;
import app.oegukmin.shared.picture.PictureKeys;
import app.oegukmin.testkit.ApiResponse;
import app.oegukmin.testkit.Stack;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class PictureOutageTest {

  @RegisterExtension static final Stack STACK = Stack.of(Asker.RESOURCES).withValkey();

  @Test
  @DisplayName("D-Q5: S3 fails, and the caller hears 503")
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
  }

  @Test
  @DisplayName("D-Q5: while S3 is down no question is stored without its pictures, and later it is")
  void dQ5_storesNoQuestionWithoutItsPictures() {
    Multipart form = new Multipart().request(Asker.question("제목")).picture("a", Asker.jpeg(1));
    byte[] question = form.whole();
    Asker asker = withoutS3();

    ApiResponse refused = asker.ask(Asker.UID, question);

    assertThat(refused.refusal()).isEqualTo("503 C004");
    assertThat(asker.count("QuestionTable")).isZero();
    assertThat(asker.count("PostTextTable")).isZero();
    // For the sweep.
    assertThat(asker.count("PendingTable")).isEqualTo(1);
    assertThat(asker.ask(new Multipart().request(Asker.question("글만"))).status()).isEqualTo(200);
    assertThat(new Asker(STACK).ask(Asker.UID, question).texts("imgUrl")).hasSize(1);
  }

  /** An instance of the function that knows an address of S3 where nobody listens. */
  private static Asker withoutS3() {
    String property = "aws.endpointUrlS3";
    String address = System.getProperty(property);
    System.setProperty(property, "http://127.0.0.1:9");
    try {
      return new Asker(STACK);
    } finally {
      System.setProperty(property, address);
    }
  }
}
