package app.oegukmin.speech;

import app.oegukmin.shared.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * One call of Azure's REST API for short audio (sites §5).
 *
 * @param server without a slash at its end
 */
record AzureCall(URI server, Recording recording, Sentence sentence) {

  private static final String PATH =
      "/speech/recognition/conversation/cognitiveservices/v1?language=ko-KR&format=detailed";

  HttpRequest request(String key) {
    return HttpRequest.newBuilder(URI.create(server + PATH))
        .header("Ocp-Apim-Subscription-Key", key)
        .header("Pronunciation-Assessment", assessment())
        .header("Content-Type", "audio/wav; codecs=audio/pcm; samplerate=" + Recording.RATE)
        .header("Accept", "application/json")
        .POST(BodyPublishers.ofByteArray(recording.wav()))
        .build();
  }

  // A sentence may hold quotes and line breaks: JSON escapes them, Base64 keeps them out of the
  // header (D-P2). The comparison with the sentence is ours, so Azure's own (miscue) stays off.
  private String assessment() {
    ObjectNode assessment = Json.MAPPER.createObjectNode();
    assessment.put("ReferenceText", sentence.text());
    assessment.put("GradingSystem", "HundredMark").put("Granularity", "Word");
    assessment.put("Dimension", "Comprehensive").put("EnableMiscue", false);
    byte[] json = assessment.toString().getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(json);
  }
}
