package app.oegukmin.qna.picture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes a form as the app does (contract §7.5). */
final class Multipart {

  static final String BOUNDARY = "dart-http-boundary-jJ0m9W4CzYk_Q";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** The JSON part, which has no file name. */
  Multipart request(String json) {
    return part("application/json; charset=utf-8", "name=\"request\"", utf8(json));
  }

  /** A picture with the name of the user's file, raw. */
  Multipart picture(String name, byte[] content) {
    return part("application/octet-stream", "name=\"imgList\"; filename=\"" + name + "\"", content);
  }

  Multipart part(String type, String disposition, byte[] content) {
    text("--" + BOUNDARY + "\r\n");
    if (!type.isEmpty()) {
      text("content-type: " + type + "\r\n");
    }
    text("content-disposition: form-data; " + disposition + "\r\n\r\n");
    bytes.writeBytes(content);
    return text("\r\n");
  }

  /** All of it, ended. */
  byte[] whole() {
    return text("--" + BOUNDARY + "--\r\n").open();
  }

  /** What was written so far. */
  byte[] open() {
    return bytes.toByteArray();
  }

  private Multipart text(String text) {
    bytes.writeBytes(utf8(text));
    return this;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
