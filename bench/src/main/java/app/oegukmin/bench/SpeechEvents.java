package app.oegukmin.bench;

import app.oegukmin.shared.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;

/** Events with recordings in them, as API Gateway passes on what the app sends. */
final class SpeechEvents {

  private static final String BOUNDARY = "dart-http-boundary-jJ0m9W4CzYk_Q";
  private static final int SECONDS = 5;
  private static final int LARGEST = 4 * 1024 * 1024;

  private final String recorded;

  SpeechEvents(Path root) throws IOException {
    recorded = Files.readString(root.resolve("events/speech-test.json"));
  }

  /** Five seconds that only this seed makes. */
  byte[] recording(int seed, int rate, int channels) throws IOException {
    int bytes = SECONDS * rate * channels * 2;
    byte[] file = new byte[44 + bytes];
    ByteBuffer wav = begun(file, rate, channels);
    chunk(wav, "data", bytes);
    Random random = new Random(seed);
    while (wav.hasRemaining()) {
      wav.putShort((short) random.nextInt(-9_000, 9_000));
    }
    return event(file);
  }

  /** As many chunks as a file can have, and no sound. */
  byte[] emptyChunks() throws IOException {
    byte[] file = new byte[LARGEST];
    ByteBuffer wav = begun(file, 16_000, 1);
    while (wav.remaining() >= 8) {
      chunk(wav, "JUNK", 0);
    }
    return event(file);
  }

  /** A chunk that says it has four gigabytes. */
  byte[] endlessChunk() throws IOException {
    byte[] file = new byte[60];
    chunk(begun(file, 16_000, 1), "data", -1);
    return event(file);
  }

  private static ByteBuffer begun(byte[] file, int rate, int channels) {
    ByteBuffer wav = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    chunk(wav, "RIFF", file.length - 8);
    wav.put("WAVE".getBytes(StandardCharsets.US_ASCII));
    chunk(wav, "fmt ", 16);
    wav.putShort((short) 1).putShort((short) channels).putInt(rate).putInt(rate * channels * 2);
    return wav.putShort((short) (channels * 2)).putShort((short) 16);
  }

  private static void chunk(ByteBuffer wav, String name, int size) {
    wav.put(name.getBytes(StandardCharsets.US_ASCII)).putInt(size);
  }

  private byte[] event(byte[] wav) throws IOException {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    part(form, "name=\"file\"; filename=\"sample.m4a\"", wav);
    part(
        form,
        "name=\"context\"",
        "{\"context\":\"오늘 날씨가 아주 좋아요\"}".getBytes(StandardCharsets.UTF_8));
    form.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    ObjectNode event = (ObjectNode) Json.MAPPER.readTree(recorded);
    event.put("body", Base64.getEncoder().encodeToString(form.toByteArray()));
    return Json.MAPPER.writeValueAsBytes(event);
  }

  private static void part(ByteArrayOutputStream form, String name, byte[] content) {
    String head = "--%s\r\ncontent-disposition: form-data; %s\r\n\r\n".formatted(BOUNDARY, name);
    form.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    form.writeBytes(content);
    form.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
  }
}
