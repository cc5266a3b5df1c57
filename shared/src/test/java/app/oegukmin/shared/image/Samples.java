package app.oegukmin.shared.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures of four fields, 96 x 64: red and green above, blue and yellow below. */
final class Samples {

  static final int WIDTH = 96;
  static final int HEIGHT = 64;
  static final Color RED = new Color(0xe01010);
  static final Color GREEN = new Color(0x10c010);
  static final Color BLUE = new Color(0x1010e0);
  static final Color YELLOW = new Color(0xe0e010);

  private Samples() {}

  /** A file beside this class's resources, whose README says where they come from. */
  static byte[] file(String name) {
    try (var file = Samples.class.getResourceAsStream("/image/" + name)) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The four fields in an image of a type, without the yellow one where it can be transparent. */
  static BufferedImage fields(int type) {
    return fields(type, 1);
  }

  /** The same, larger. */
  static BufferedImage fields(int type, int times) {
    BufferedImage image = new BufferedImage(WIDTH * times, HEIGHT * times, type);
    Graphics2D graphics = image.createGraphics();
    int width = WIDTH / 2 * times;
    int height = HEIGHT / 2 * times;
    fill(graphics, RED, 0, 0, width, height);
    fill(graphics, GREEN, width, 0, width, height);
    fill(graphics, BLUE, 0, height, width, height);
    if (!image.getColorModel().hasAlpha()) {
      fill(graphics, YELLOW, width, height, width, height);
    }
    graphics.dispose();
    return image;
  }

  private static void fill(Graphics2D graphics, Color color, int x, int y, int width, int height) {
    graphics.setColor(color);
    graphics.fillRect(x, y, width, height);
  }

  static byte[] jpeg() {
    return write("jpeg", fields(BufferedImage.TYPE_INT_RGB), false);
  }

  static byte[] progressive(String format) {
    return write(format, fields(BufferedImage.TYPE_INT_RGB), true);
  }

  static byte[] png(BufferedImage image) {
    return write("png", image, false);
  }

  static byte[] gif() {
    return write("gif", fields(BufferedImage.TYPE_INT_RGB), false);
  }

  static byte[] write(String format, BufferedImage image, boolean progressive) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    var bytes = new ByteArrayOutputStream();
    try (var output = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setProgressiveMode(
          progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
      writer.setOutput(output);
      writer.write(null, new IIOImage(image, null, null), param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A JPEG whose camera was held as an EXIF orientation from 1 to 8 says. */
  static byte[] rotated(int orientation, ByteOrder order) {
    ByteBuffer exif = ByteBuffer.allocate(32).order(order);
    exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    exif.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.US_ASCII));
    exif.putShort((short) 42).putInt(8).putShort((short) 1);
    exif.putShort((short) 0x112).putShort((short) 3).putInt(1).putShort((short) orientation);
    exif.putShort((short) 0).putInt(0);
    return withSegment(jpeg(), 0xe1, exif.array());
  }

  /** A JPEG with one segment more, behind its first marker. */
  static byte[] withSegment(byte[] jpeg, int marker, byte[] body) {
    ByteBuffer longer = ByteBuffer.allocate(jpeg.length + body.length + 4);
    longer.put(jpeg, 0, 2).put((byte) 0xff).put((byte) marker);
    longer.putShort((short) (body.length + 2)).put(body);
    return longer.put(jpeg, 2, jpeg.length - 2).array();
  }

  /** Bytes with others behind them. */
  static byte[] join(byte[]... parts) {
    var joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
