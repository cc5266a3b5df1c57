package app.oegukmin.shared.image;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/** What a picture may be, told by its first bytes. */
enum ImageFormat {
  JPEG {
    @Override
    ImageReader reader() throws IOException {
      JPEGImageReaderSpi provider = new JPEGImageReaderSpi();
      // It works over the JDK's own reader and looks for that one here.
      provider.onRegistration(IIORegistry.getDefaultInstance(), ImageReaderSpi.class);
      return provider.createReaderInstance();
    }
  },
  PNG,
  GIF,
  WEBP {
    @Override
    ImageReader reader() throws IOException {
      return new WebPImageReaderSpi().createReaderInstance();
    }
  };

  private static final String WANTED = "Send a picture as JPEG, PNG, GIF or WebP";

  /**
   * The format that bytes begin with.
   *
   * @throws ImageException naming what they are instead, where that is known
   */
  static ImageFormat of(byte[] bytes) throws ImageException {
    if (begins(bytes, 0, "\u00ff\u00d8\u00ff")) {
      return JPEG;
    } else if (begins(bytes, 0, "\u0089PNG\r\n\u001a\n")) {
      return PNG;
    } else if (begins(bytes, 0, "GIF87a") || begins(bytes, 0, "GIF89a")) {
      return GIF;
    } else if (begins(bytes, 0, "RIFF") && begins(bytes, 8, "WEBP")) {
      return WEBP;
    } else if (begins(bytes, 4, "ftyp")) {
      throw new ImageException("HEIC, AVIF and films cannot be read. " + WANTED);
    }
    throw new ImageException("This is no picture that can be read. " + WANTED);
  }

  /** A reader of this format, without an input. */
  ImageReader reader() throws IOException {
    return ImageIO.getImageReadersByFormatName(name()).next();
  }

  private static boolean begins(byte[] bytes, int at, String signature) {
    byte[] wanted = signature.getBytes(StandardCharsets.ISO_8859_1);
    return bytes.length >= at + wanted.length
        && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
  }
}
