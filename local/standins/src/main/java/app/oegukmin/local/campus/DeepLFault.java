package app.oegukmin.local.campus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.function.Consumer;

/** What DeepL sends in place of a translation, once. */
enum DeepLFault {
  KEY("F-29 403, key refused", refusing(403)),
  BUSY("F-20 429", refusing(429)),
  QUOTA("F-29 456, quota used up", refusing(456)),
  ERROR("F-20 500", refusing(500)),
  UNAVAILABLE("F-20 503", refusing(503)),
  OVERLOADED("F-20 529", refusing(529)),
  LOST("F-30 lost response", (exchange, reply) -> exchange.close()),
  TOO_LARGE("F-52 413 for several texts", refusing(413)),
  UNREADABLE("F-64 unreadable body", DeepLFault::unreadable),
  TOO_FEW("F-64 a translation too few", editing(texts -> texts.remove(texts.size() - 1))),
  UNBILLED("F-30 no billed_characters", each(text -> text.remove("billed_characters"))),
  DOUBLED("F-28 doubled tag", eachText("(<(\\w+)[^>]*>)([^<]*)</\\2>", "$1$3</$2>$1$3</$2>")),
  DAMAGED("F-51 lost tag", eachText("</\\w+>", ""));

  private static final JsonMapper JSON = new JsonMapper();

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // a lambda without state
  private final Sending sending;

  @FunctionalInterface
  private interface Sending {
    void send(HttpExchange exchange, CampusReply reply) throws IOException;
  }

  DeepLFault(String label, Sending sending) {
    this.label = label;
    this.sending = sending;
  }

  /** Whether it is over when the call is sent again: a single text that is too large stays so. */
  boolean passes(DeepLCall call) {
    return this != TOO_LARGE || call.texts().size() > 1;
  }

  /** Responds so to a call that would have got a reply. */
  void send(HttpExchange exchange, CampusReply reply) throws IOException {
    sending.send(exchange, reply);
  }

  /** Its name in the table, with the number of a defect that it provoked once. */
  @Override
  public String toString() {
    return label;
  }

  private static Sending refusing(int status) {
    return (exchange, reply) ->
        CampusReply.json(status, "{\"message\":\"Trouble\"}").send(exchange);
  }

  private static void unreadable(HttpExchange exchange, CampusReply reply) throws IOException {
    String text = reply.text();
    CampusReply.json(reply.status(), text.substring(0, text.length() / 2)).send(exchange);
  }

  private static Sending eachText(String pattern, String replacement) {
    return each(
        one -> one.put("text", one.path("text").asText().replaceFirst(pattern, replacement)));
  }

  private static Sending each(Consumer<ObjectNode> edit) {
    return editing(texts -> texts.forEach(text -> edit.accept((ObjectNode) text)));
  }

  private static Sending editing(Consumer<ArrayNode> edit) {
    return (exchange, reply) -> edited(reply, edit).send(exchange);
  }

  private static CampusReply edited(CampusReply reply, Consumer<ArrayNode> edit)
      throws JsonProcessingException {
    JsonNode response = JSON.readTree(reply.text());
    if (response.path("translations") instanceof ArrayNode texts) {
      edit.accept(texts);
    }
    return CampusReply.json(reply.status(), response.toString());
  }
}
