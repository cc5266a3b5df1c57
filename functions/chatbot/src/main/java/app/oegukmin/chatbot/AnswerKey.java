package app.oegukmin.chatbot;

import app.oegukmin.shared.digest.Digests;
import app.oegukmin.shared.search.Passage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Names an answer: an HMAC over question, language and passages, so that nobody who reads the table
 * can tell what was asked. What adds, changes, hides or removes a passage makes another name, and a
 * change of the index elsewhere makes none (decision 17).
 *
 * @param value 43 characters of Base64 for URLs
 */
record AnswerKey(String value) {

  /** The name of the answer to a question from these passages. */
  static AnswerKey of(String secret, Question question, List<Passage> passages) {
    // Digests of one length each: no two questions make the same bytes.
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes(Digests.sha256(question.normalised()));
    message.writeBytes(Digests.sha256(question.language().tag()));
    for (Passage passage : passages) {
      message.writeBytes(Digests.sha256(passage.kind() + passage.id()));
      message.writeBytes(Digests.sha256(passage.title() + "\n" + passage.date()));
      message.writeBytes(Digests.sha256(passage.text()));
    }
    byte[] mac = Digests.hmacSha256(secret.getBytes(StandardCharsets.UTF_8), message.toByteArray());
    return new AnswerKey(Base64.getUrlEncoder().withoutPadding().encodeToString(mac));
  }
}
