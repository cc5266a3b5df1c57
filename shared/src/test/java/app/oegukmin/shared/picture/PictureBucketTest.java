package app.oegukmin.shared.picture;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.testkit.Stack;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.s3.S3Client;

@Tag("process")
class PictureBucketTest {

  @RegisterExtension static final Stack STACK = Stack.of("MediaBucket");

  private final AtomicInteger received = new AtomicInteger();

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

  /**
   * A server that closes each connection after its response without saying so, as idle ones are.
   */
  @Test
  void putsThoughKeptConnectionsHaveDied() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var serving = threads.submit(() -> respond(server));
      URI endpoint = URI.create("http://127.0.0.1:" + server.getLocalPort());
      S3Client client =
          PictureBucket.connect(builder -> builder.endpointOverride(endpoint).forcePathStyle(true));
      PictureBucket closing = new PictureBucket(client, "media");

      for (int i = 0; i < 10; i++) {
        closing.put("public/question/7/" + i + ".jpg", new byte[200_000]);
      }
      assertThat(received.get()).isEqualTo(10);
      assertThat(serving.isDone()).isFalse();
    }
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

  // Each connection serves one request.
  private Void respond(ServerSocket server) throws IOException {
    while (true) {
      try (Socket socket = server.accept()) {
        InputStream request = socket.getInputStream();
        int length = 0;
        for (String line = line(request); !line.isEmpty(); line = line(request)) {
          if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
            length = Integer.parseInt(line.substring("content-length:".length()).strip());
          }
        }
        request.readNBytes(length);
        received.incrementAndGet();
        socket.getOutputStream().write(bytes("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n"));
      }
    }
  }

  private static String line(InputStream request) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = request.read(); next != '\n' && next != -1; next = request.read()) {
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }
}
