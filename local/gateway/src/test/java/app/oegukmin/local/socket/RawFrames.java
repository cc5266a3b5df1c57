package app.oegukmin.local.socket;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A client that sends frames of any size; the JDK's own cuts its messages into small ones. */
final class RawFrames implements AutoCloseable {

  private static final int TEXT = 0x81;
  private static final int CLOSE = 0x88;
  private static final int MASKED_64_BITS = 0xff;
  private static final int LONG_16_BITS = 126;

  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;

  RawFrames(URI uri) throws IOException {
    this.socket = new Socket(uri.getHost(), uri.getPort());
    socket.setSoTimeout(10_000);
    this.in = new DataInputStream(socket.getInputStream());
    this.out = new DataOutputStream(socket.getOutputStream());
    String request =
        "GET %s?%s HTTP/1.1\r\nHost: local\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                .formatted(uri.getPath(), uri.getRawQuery())
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    out.write(request.getBytes(StandardCharsets.US_ASCII));
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
      head.write(in.readUnsignedByte());
    }
  }

  /** Sends a text of ASCII as one frame, under a mask of zeros. */
  void send(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    out.writeByte(TEXT);
    out.writeByte(MASKED_64_BITS);
    out.writeLong(bytes.length);
    out.writeInt(0);
    out.write(bytes);
    out.flush();
  }

  /** The text of the next frame, or the status of a close. */
  String next() throws IOException {
    int kind = in.readUnsignedByte();
    int length = in.readUnsignedByte();
    byte[] payload = new byte[length == LONG_16_BITS ? in.readUnsignedShort() : length];
    in.readFully(payload);
    return kind == CLOSE
        ? Integer.toString(((payload[0] & 0xff) << 8) | (payload[1] & 0xff))
        : new String(payload, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
