package app.oegukmin.shared.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, and what the sender is told. */
class ImageRefusalTest {

  private static final byte[] ZIP =
      Samples.join(
          Samples.latin("PK\u0003\u0004"),
          new byte[30],
          Samples.latin("PK\u0005\u0006"),
          new byte[18]);

  private final ImageCodec codec = new ImageCodec();

  @ParameterizedTest
  @ValueSource(strings = {"heic", "heix", "mif1", "avif", "isom"})
  void refusesHeicAndSaysWhatToSend(String brand) {
    byte[] heic =
        Samples.join(new byte[] {0, 0, 0, 24}, Samples.latin("ftyp" + brand), new byte[40]);

    assertRefused(
        heic, "HEIC, AVIF and films cannot be read. Send a picture as JPEG, PNG, GIF or WebP");
  }

  @Test
  void refusesWhatIsNoPicture() {
    for (String text :
        List.of(
            "",
            "GIF",
            "<svg xmlns='http://www.w3.org/2000/svg'/>",
            "<html></html>",
            "%PDF-1.7",
            "BM")) {
      assertRefused(Samples.latin(text), "This is no picture that can be read.");
    }
  }

  @Test
  void refusesPolyglots() {
    String wanted = "Send the picture alone";
    assertRefused(Samples.join(Samples.jpeg(), ZIP), wanted);
    assertRefused(Samples.join(Samples.jpeg(), Samples.latin("<SCRIPT src=a>")), wanted);
    assertRefused(Samples.withSegment(Samples.jpeg(), 0xfe, Samples.latin("<html><body>")), wanted);
    assertRefused(Samples.join(Samples.gif(), Samples.latin("<?php echo 1;")), wanted);
    assertRefused(Samples.join(Samples.gif(), Samples.latin("%PDF-1.4")), wanted);
    assertRefused(
        Samples.join(Samples.file("lossy.webp"), Samples.latin("<svg onload=a>")), wanted);
    assertRefused(Samples.latin("GIF89a/*<script >"), wanted);
  }

  @Test
  void takesWhatPhonesPutBehindAPicture() {
    byte[] film = Samples.join(new byte[] {0, 0, 0, 24}, Samples.latin("ftypmp42"), new byte[5000]);
    byte[] camera =
        Samples.latin("http://ns.adobe.com/xap/1.0/\0<?xpacket?><x:xmpmeta xmlns:x='a'/>");

    assertThatCode(() -> codec.render(Samples.join(Samples.jpeg(), film)))
        .doesNotThrowAnyException();
    assertThatCode(() -> codec.render(Samples.join(Samples.jpeg(), Samples.progressive("jpeg"))))
        .doesNotThrowAnyException();
    assertThatCode(() -> codec.render(Samples.withSegment(Samples.jpeg(), 0xe1, camera)))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesWhatIsCutOff() {
    List<byte[]> wholes =
        List.of(
            noise("jpeg", false),
            noise("jpeg", true),
            noise("png", false),
            noise("png", true),
            noise("gif", false),
            Samples.file("lossy.webp"),
            Samples.file("lossless.webp"),
            Samples.file("alpha.webp"));
    for (byte[] whole : wholes) {
      for (int percent : List.of(2, 10, 35, 60, 90, 97)) {
        byte[] cut = Arrays.copyOf(whole, whole.length * percent / 100);
        assertThatThrownBy(() -> codec.render(cut))
            .as("%s %% of %s", percent, Arrays.toString(Arrays.copyOf(whole, 12)))
            .isInstanceOf(ImageException.class);
      }
    }
  }

  @Test
  void refusesAJpegThatIsCutOffAndHasAnEndAllTheSame() {
    byte[] whole = noise("jpeg", false);
    byte[] cut =
        Samples.join(Arrays.copyOf(whole, whole.length / 2), Samples.latin("\u00ff\u00d9"));

    assertRefused(cut, "This picture is cut off. Send it again");
  }

  @Test
  void refusesByTheHeaderWhatWouldNotFitIntoMemory() {
    byte[] jpeg = noise("jpeg", false);
    int frame = indexOf(jpeg, "\u00ff\u00c0");
    ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 65_000).putShort(frame + 7, (short) 65_000);
    byte[] gif = noise("gif", false);
    int image = indexOf(gif, ",\0\0\0\0");
    ByteBuffer.wrap(gif)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort(image + 5, (short) 65_000)
        .putShort(image + 7, (short) 65_000);

    assertRefused(PngBytes.start(50_000, 50_000), "50000 x 50000 pixels is too large");
    assertRefused(jpeg, "65000 x 65000 pixels is too large");
    assertRefused(gif, "65000 x 65000 pixels is too large");
  }

  @Test
  void refusesAWebpWhoseFrameIsLargerThanItsHeaderSays() {
    byte[] webp = Samples.file("alpha.webp");
    int frame = indexOf(webp, "VP8 ");
    ByteBuffer.wrap(webp)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort(frame + 14, (short) 16_000)
        .putShort(frame + 16, (short) 16_000);

    assertRefused(webp, "is too large");
    assertThat(WebpFrames.largest(webp)).isEqualTo(256_000_000);
    assertThat(WebpFrames.largest(Samples.file("animated.webp"))).isEqualTo(96 * 64);
    assertThat(WebpFrames.largest(Samples.file("lossless.webp"))).isEqualTo(96 * 64);
  }

  @Test
  void refusesAJpegOfTooManyScans() throws IOException {
    byte[] jpeg = Samples.progressive("jpeg");
    int scan = indexOf(jpeg, "\u00ff\u00da");
    byte[] last = Arrays.copyOfRange(jpeg, scan, jpeg.length - 2);
    byte[] many = jpeg;
    for (int i = 0; i < 100; i++) {
      many =
          Samples.join(Arrays.copyOf(many, many.length - 2), last, Samples.latin("\u00ff\u00d9"));
    }
    assertThat(JpegScans.count(Samples.jpeg())).isEqualTo(1);
    assertThat(JpegScans.count(jpeg)).isBetween(5, 15);

    assertRefused(many, "is too large");
  }

  @Test
  void unpacksNoTextOfAPng() {
    assertThatCode(() -> codec.render(PngBytes.withText(1_500_000_000 / 10)))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesNonsenseWithOneKindOfException() {
    Random random = new Random(1);
    for (byte[] whole :
        List.of(
            noise("jpeg", true),
            noise("png", false),
            noise("gif", false),
            Samples.file("lossy.webp"),
            Samples.file("alpha.webp"),
            Samples.file("lossless.webp"),
            Samples.file("animated.webp"))) {
      for (int i = 0; i < 15; i++) {
        byte[] broken = whole.clone();
        for (int n = 0; n < 8; n++) {
          broken[12 + random.nextInt(broken.length - 12)] = (byte) random.nextInt();
        }
        try {
          codec.render(broken);
        } catch (ImageException expected) {
          assertThat(expected).hasMessageContaining("Send");
        }
      }
    }
  }

  private void assertRefused(byte[] bytes, String message) {
    assertThatThrownBy(() -> codec.render(bytes))
        .isInstanceOf(ImageException.class)
        .hasMessageContaining(message);
  }

  private static byte[] noise(String format, boolean progressive) {
    BufferedImage image = Samples.fields(BufferedImage.TYPE_INT_RGB);
    Random random = new Random(7);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        image.setRGB(x, y, random.nextInt(1 << 24));
      }
    }
    return Samples.write(format, image, progressive);
  }

  private static int indexOf(byte[] bytes, String part) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(part);
  }
}
