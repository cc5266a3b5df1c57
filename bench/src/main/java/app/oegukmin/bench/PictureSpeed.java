package app.oegukmin.bench;

import app.oegukmin.shared.image.ImageCodec;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * How long a picture of 12 megapixels takes, and how much memory, in a process with the options of
 * QuestionPostFunction. Prints the first and the second time: a function decodes its first picture
 * with cold code.
 */
public final class PictureSpeed {

  private static final int WIDTH = 4000;
  private static final int HEIGHT = 3000;
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private PictureSpeed() {}

  /**
   * Measures one format, {@code jpeg} or {@code png}; with a second argument it draws the picture,
   * whose memory would count otherwise.
   */
  public static void main(String[] arguments) throws IOException {
    String format = arguments[0];
    Path file = Path.of("target", "picture." + format);
    if (arguments.length > 1) {
      Files.createDirectories(file.getParent());
      Files.write(file, drawn(format));
      return;
    }
    byte[] picture = Files.readAllBytes(file);
    System.out.printf("%s, %,d bytes%n", format, picture.length);
    for (int time = 1; time <= 2; time++) {
      long start = System.nanoTime();
      long cpu = CPU.getCurrentThreadCpuTime();
      new ImageCodec().render(picture);
      System.out.printf(
          "  %d. %.2f s, %.2f s of CPU%n",
          time, (System.nanoTime() - start) / 1e9, (CPU.getCurrentThreadCpuTime() - cpu) / 1e9);
    }
    System.out.println("  peak " + peak());
  }

  /** The most memory that this process has had, as Linux says it. */
  static String peak() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("/proc/self/status"));
    return lines.stream().filter(line -> line.startsWith("VmHWM")).findFirst().orElse("unknown");
  }

  private static byte[] drawn(String format) throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    Random random = new Random(1);
    for (int circle = 0; circle < 1500; circle++) {
      graphics.setColor(new Color(random.nextInt(1 << 24)));
      graphics.setStroke(new BasicStroke(1 + random.nextInt(12)));
      int size = random.nextInt(WIDTH / 3);
      graphics.drawOval(random.nextInt(WIDTH), random.nextInt(HEIGHT), size, size);
    }
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, format, bytes);
    return bytes.toByteArray();
  }
}
