package app.oegukmin.qna.picture;

import app.oegukmin.qna.QuestionWriter;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.faq.FaqTable;
import app.oegukmin.shared.form.MemoryParts;
import app.oegukmin.shared.http.JerseyApi;
import app.oegukmin.shared.http.Priming;
import app.oegukmin.shared.image.ImageCodec;
import app.oegukmin.shared.limit.Limiter;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.picture.PictureBucket;
import app.oegukmin.shared.picture.PictureKeys;
import app.oegukmin.shared.picture.UploadAddresses;
import app.oegukmin.shared.post.PictureUrls;
import app.oegukmin.shared.post.PostIds;
import app.oegukmin.shared.valkey.Valkey;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.glassfish.jersey.media.multipart.MultiPartFeature;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Posts with pictures (contract §6.4, §6.6), and uploads for them. */
public final class QuestionPostHandler implements RequestStreamHandler {

  private final JerseyApi api;

  // Kept, because the runtime holds its hooks weakly.
  @SuppressWarnings("UnusedVariable")
  private final Priming priming;

  /** On Lambda. */
  public QuestionPostHandler() {
    this(System.getenv());
  }

  /** With the variables of the template. */
  public QuestionPostHandler(Map<String, String> variables) {
    Environment environment = new Environment(variables);
    Clock clock = Clock.systemUTC();
    DynamoDbClient dynamo = Dynamo.connect(environment);
    Optional<Valkey> valkey = Valkey.of(environment, clock);
    Limiter limiter = new Limiter(valkey, clock, new Metrics("qna", clock, System.out));
    S3Client s3 = PictureBucket.connect();
    String media = environment.require("MEDIA_BUCKET");
    PictureBucket bucket = new PictureBucket(s3, media);
    PictureKeys keys = new PictureKeys(new SecureRandom());
    PendingTable pending = new PendingTable(dynamo, environment.require("PENDING_TABLE"));
    PictureReader reader = new PictureReader(bucket, limiter, new ImageCodec());
    PictureStore store = new PictureStore(bucket, pending, keys);
    this.api =
        new JerseyApi(
            new MultiPartFeature(),
            new MemoryParts(),
            new QuestionPostResource(
                QuestionWriter.of(environment, dynamo, valkey, clock), reader, store),
            new FaqPostResource(
                faqs(environment, dynamo, valkey, clock),
                reader,
                store,
                new PictureUrls(environment.require("MEDIA_URL"))),
            new UploadResource(new UploadService(new UploadAddresses(s3, media), keys, limiter)));
    this.priming = new Priming(api, "POST", "/api/image/upload", valkey);
  }

  private static FaqPostWriter faqs(
      Environment environment, DynamoDbClient dynamo, Optional<Valkey> valkey, Clock clock) {
    return new FaqPostWriter(
        QuestionWriter.board(environment, dynamo, valkey, clock),
        new FaqTable(dynamo, environment.require("FAQ_TABLE")),
        new PostIds(clock, new SecureRandom()));
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    api.handle(input, output, context);
  }
}
