package app.oegukmin.translator;

import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.secret.Secret;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plays DeepL: keeps tags and what is marked {@code translate="no"}, prefixes words with the
 * language, and holds to the vendor's limits. Responses can be set in advance: a status, or a body
 * for status 200.
 */
final class DeepLServer implements AutoCloseable {

  static final String KEY = "test-key:fx";

  private static final Pattern WORDS =
      Pattern.compile("(<([\\w-]+)[^>]* translate=\"no\">.*?</\\2>|<[^>]*>)|[^<]+");

  private static final int BODY_BYTES = 128 * 1024;

  /** One call that arrived. */
  record Call(String language, String tagHandling, List<String> texts, int bytes) {}

  private final HttpServer server;
  private final List<Call> calls = new ArrayList<>();
  private final Deque<Integer> statuses = new ArrayDeque<>();
  private final List<Call> tooLarge = new ArrayList<>();
  private volatile Predicate<Call> size = call -> call.bytes > BODY_BYTES;
  private volatile boolean losing;
  private volatile boolean markupIsFree;
  private UnaryOperator<ArrayNode> twist = translations -> translations;

  DeepLServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v2/translate", this::answer);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** A translator that asks here. */
  DeepLTranslator translator() {
    Secret<Optional<String>> key = new Secret<>(() -> Optional.of(KEY), Clock.systemUTC());
    return new DeepLTranslator(key, Optional.of(url()));
  }

  /** Lets the next calls fail; 200 lets one through. */
  void answerNext(Integer... codes) {
    statuses.addAll(List.of(codes));
  }

  /** Bills the next call and hangs up before the response. */
  void loseNextAnswer() {
    losing = true;
  }

  /** Says of other calls, too, that they are too large. */
  void refuseAsTooLarge(Predicate<Call> other) {
    size = size.or(other);
  }

  /** The calls that were refused as too large. */
  List<Call> tooLarge() {
    return List.copyOf(tooLarge);
  }

  /** Forgets every trouble that was ordered. */
  void heal() {
    statuses.clear();
    losing = false;
    twist = translations -> translations;
  }

  /** Bills the text between the tags alone. */
  void billNoMarkup() {
    markupIsFree = true;
  }

  /** Changes every response before it is sent. */
  void twist(UnaryOperator<ArrayNode> change) {
    this.twist = change;
  }

  /** Changes the text of each translation of a response. */
  static ArrayNode eachText(ArrayNode translations, UnaryOperator<String> change) {
    translations.forEach(
        each -> ((ObjectNode) each).put("text", change.apply(each.path("text").textValue())));
    return translations;
  }

  /** The calls that got 200. */
  List<Call> calls() {
    return List.copyOf(calls);
  }

  /** All texts that were paid. */
  List<String> paid() {
    return calls.stream().flatMap(call -> call.texts.stream()).toList();
  }

  /** What this server makes of a text. */
  static String translation(String text, String language) {
    return WORDS
        .matcher(text)
        .replaceAll(
            part ->
                part.group(1) != null || part.group().isBlank()
                    ? Matcher.quoteReplacement(part.group())
                    : Matcher.quoteReplacement("[" + language + "]" + part.group()));
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Call call = read(body);
      int status = status(exchange, call);
      byte[] answer = status == 200 ? translate(call) : new byte[0];
      if (losing && status == 200) {
        losing = false;
        return;
      }
      exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private int status(HttpExchange exchange, Call call) {
    if (!("DeepL-Auth-Key " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      return 403;
    }
    if (size.test(call)) {
      tooLarge.add(call);
      return 413;
    }
    if (call.texts.size() > 50) {
      return 400;
    }
    return statuses.isEmpty() ? 200 : statuses.removeFirst();
  }

  private byte[] translate(Call call) throws IOException {
    calls.add(call);
    ArrayNode translations = Json.MAPPER.createArrayNode();
    for (String text : call.texts) {
      translations
          .addObject()
          .put("detected_source_language", "KO")
          .put("text", translation(text, call.language))
          .put("billed_characters", billed(text));
    }
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.set("translations", twist.apply(translations));
    return Json.MAPPER.writeValueAsBytes(body);
  }

  private long billed(String text) {
    return (markupIsFree ? text.replaceAll("<[^>]*>", "") : text).codePoints().count();
  }

  private static Call read(byte[] body) {
    String language = "";
    String tagHandling = "";
    List<String> texts = new ArrayList<>();
    for (String field : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
      String name = field.substring(0, field.indexOf('='));
      String value = URLDecoder.decode(field.substring(name.length() + 1), StandardCharsets.UTF_8);
      switch (name) {
        case "text" -> texts.add(value);
        // The library spells them en-US and zh; DeepL takes any case.
        case "target_lang" -> language = value.toUpperCase(Locale.ROOT);
        case "tag_handling" -> tagHandling = value;
        default -> {}
      }
    }
    return new Call(language, tagHandling, texts, body.length);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
