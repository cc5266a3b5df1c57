package app.oegukmin.local.run.sample;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A {@code multipart/form-data} body as the app writes it (contract §7.5). */
public final class Multipart {

  private static final String BOUNDARY = "dart-http-boundary-of-the-sample-campus";

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  /** Adds the JSON part. */
  public Multipart json(String name, String json) {
    return part(
        "content-type: application/json; charset=utf-8\r\ncontent-disposition: form-data; name=\""
            + name
            + '"',
        json.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a picture. */
  public Multipart file(String name, String fileName, byte[] bytes) {
    return part(
        "content-type: application/octet-stream\r\ncontent-disposition: form-data; name=\"%s\"; filename=\"%s\""
            .formatted(name, fileName),
        bytes);
  }

  private Multipart part(String head, byte[] content) {
    body.writeBytes(text("--" + BOUNDARY + "\r\n" + head + "\r\n\r\n"));
    body.writeBytes(content);
    body.writeBytes(text("\r\n"));
    return this;
  }

  /** The header that names its boundary. */
  public String contentType() {
    return "multipart/form-data; boundary=" + BOUNDARY;
  }

  /** All of it, ended. */
  public byte[] bytes() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(body.toByteArray());
    all.writeBytes(text("--" + BOUNDARY + "--\r\n"));
    return all.toByteArray();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
