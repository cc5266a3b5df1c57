package app.oegukmin.shared.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be sent, and what it becomes (next to it: {@link ImageRefusalTest}). */
class ImageCodecTest {

  private static final int CLOSE = 24;

  private final ImageCodec codec = new ImageCodec();

  @Test
  void readsEachKindOfJpegPngAndGif() throws IOException {
    assertFields(render(Samples.jpeg()), Samples.YELLOW);
    assertFields(render(Samples.progressive("jpeg")), Samples.YELLOW);
    assertFields(render(Samples.png(Samples.fields(BufferedImage.TYPE_INT_RGB))), Samples.YELLOW);
    assertFields(render(Samples.progressive("png")), Samples.YELLOW);
    assertFields(
        render(Samples.png(Samples.fields(BufferedImage.TYPE_BYTE_INDEXED))), Samples.YELLOW);
    assertFields(render(Samples.gif()), Samples.YELLOW);
  }

  @ParameterizedTest
  @CsvSource({
    "cmyk.jpg, false",
    "lossy.webp, false",
    "animated.webp, false",
    "alpha.webp, true",
    "lossless.webp, true"
  })
  void readsWhatJavaDoesNotWrite(String name, boolean transparent) throws IOException {
    assertFields(render(Samples.file(name)), transparent ? Color.WHITE : Samples.YELLOW);
  }

  @Test
  void paintsWhatIsTransparentWhite() throws IOException {
    byte[] png = Samples.png(Samples.fields(BufferedImage.TYPE_INT_ARGB));

    assertFields(render(png), Color.WHITE);
  }

  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY})
  void keepsGreyAsLightAsItIs(int type) throws IOException {
    BufferedImage grey = new BufferedImage(40, 40, type);
    grey.getRaster()
        .setSamples(
            0, 0, 40, 40, 0, filled(1600, type == BufferedImage.TYPE_BYTE_GRAY ? 128 : 0x8080));

    assertThat(at(render(Samples.png(grey)), 20, 20).getRed()).isBetween(124, 132);
  }

  @Test
  void keepsGreyWithTransparencyAsLightAsItIs() throws IOException {
    byte[] png = PngBytes.of(40, 40, 128, 255);
    byte[] half = PngBytes.of(40, 40, 0, 128);

    assertThat(at(render(png), 20, 20).getRed()).isBetween(124, 132);
    assertThat(at(render(half), 20, 20).getRed()).isBetween(120, 134);
  }

  @Test
  void appliesAColourProfile() throws IOException {
    BufferedImage grey = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = grey.createGraphics();
    graphics.setColor(new Color(55, 55, 55));
    graphics.fillRect(0, 0, 40, 40);
    byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    byte[] segment = Samples.join(Samples.latin("ICC_PROFILE\0\1\1"), profile);
    byte[] jpeg = Samples.withSegment(Samples.write("jpeg", grey, false), 0xe2, segment);

    // 55 of 255 in linear light is 128 of 255 in sRGB.
    assertThat(at(render(jpeg), 20, 20).getRed()).isBetween(122, 134);
  }

  @Test
  void keepsAPictureWithABrokenProfile() throws IOException {
    byte[] jpeg =
        Samples.withSegment(Samples.jpeg(), 0xe2, Samples.latin("ICC_PROFILE\0\1\1nonsense"));

    assertFields(render(jpeg), Samples.YELLOW);
  }

  @Test
  void turnsWhatTheCameraHeldTurned() throws IOException {
    for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
      assertThat(corners(Samples.rotated(1, order))).isEqualTo("RGBY 96x64");
      assertThat(corners(Samples.rotated(2, order))).isEqualTo("GRYB 96x64");
      assertThat(corners(Samples.rotated(3, order))).isEqualTo("YBGR 96x64");
      assertThat(corners(Samples.rotated(4, order))).isEqualTo("BYRG 96x64");
      assertThat(corners(Samples.rotated(5, order))).isEqualTo("RBGY 64x96");
      assertThat(corners(Samples.rotated(6, order))).isEqualTo("BRYG 64x96");
      assertThat(corners(Samples.rotated(7, order))).isEqualTo("YGBR 64x96");
      assertThat(corners(Samples.rotated(8, order))).isEqualTo("GYRB 64x96");
      assertThat(corners(Samples.rotated(77, order))).isEqualTo("RGBY 96x64");
    }
  }

  @Test
  void removesMetadataAndWhatFollowsThePicture() throws IOException {
    byte[] secret = Samples.latin("37.6109 N, 126.9971 E");
    byte[] jpeg =
        Samples.join(
            Samples.withSegment(Samples.rotated(6, ByteOrder.BIG_ENDIAN), 0xfe, secret), secret);

    Renditions renditions = codec.render(jpeg);

    for (byte[] rendition : List.of(renditions.screen(), renditions.thumbnail())) {
      String text = new String(rendition, StandardCharsets.ISO_8859_1);
      assertThat(text).doesNotContain("Exif").doesNotContain("37.6109").startsWith("\u00ff\u00d8");
    }
  }

  @Test
  void writesTwoSizesAndMakesNothingLarger() throws IOException {
    byte[] large = Samples.png(Samples.fields(BufferedImage.TYPE_INT_RGB, 40));

    Renditions renditions = codec.render(large);

    assertFields(read(renditions.screen()), Samples.YELLOW);
    assertThat(size(renditions.screen())).isEqualTo("1600x1067");
    assertThat(size(renditions.thumbnail())).isEqualTo("320x213");
    assertThat(size(codec.render(Samples.jpeg()).screen())).isEqualTo("96x64");
    assertThat(size(codec.render(Samples.png(new BufferedImage(5000, 2, 1))).thumbnail()))
        .isEqualTo("320x1");
  }

  private BufferedImage render(byte[] bytes) throws IOException {
    return read(codec.render(bytes).screen());
  }

  private static BufferedImage read(byte[] jpeg) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(jpeg));
  }

  private static String size(byte[] jpeg) throws IOException {
    BufferedImage image = read(jpeg);
    return image.getWidth() + "x" + image.getHeight();
  }

  private static void assertFields(BufferedImage image, Color last) {
    List<Color> colors = colors(image);
    List<Color> expected = List.of(Samples.RED, Samples.GREEN, Samples.BLUE, last);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(distance(colors.get(i), expected.get(i))).as("field %s", i).isLessThan(CLOSE);
    }
  }

  /** Which field is in each corner, from left to right and down, and the size. */
  private String corners(byte[] jpeg) throws IOException {
    BufferedImage image = render(jpeg);
    StringBuilder letters = new StringBuilder();
    for (Color color : colors(image)) {
      boolean red = color.getRed() > 128;
      boolean green = color.getGreen() > 128;
      letters.append(red && green ? 'Y' : red ? 'R' : green ? 'G' : 'B');
    }
    return letters + " " + image.getWidth() + "x" + image.getHeight();
  }

  private static List<Color> colors(BufferedImage image) {
    List<Color> colors = new ArrayList<>();
    for (int y : List.of(image.getHeight() / 4, image.getHeight() * 3 / 4)) {
      for (int x : List.of(image.getWidth() / 4, image.getWidth() * 3 / 4)) {
        colors.add(at(image, x, y));
      }
    }
    return colors;
  }

  private static Color at(BufferedImage image, int x, int y) {
    return new Color(image.getRGB(x, y));
  }

  private static int distance(Color one, Color other) {
    return Math.max(
        Math.abs(one.getRed() - other.getRed()),
        Math.max(
            Math.abs(one.getGreen() - other.getGreen()),
            Math.abs(one.getBlue() - other.getBlue())));
  }

  private static int[] filled(int count, int value) {
    int[] samples = new int[count];
    Arrays.fill(samples, value);
    return samples;
  }
}
