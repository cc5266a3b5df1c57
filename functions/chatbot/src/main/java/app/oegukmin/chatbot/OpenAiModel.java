package app.oegukmin.chatbot;

import app.oegukmin.chatbot.ChatbotFailure.Kind;
import app.oegukmin.shared.secret.VendorKey;
import app.oegukmin.shared.vendor.LostCallException;
import app.oegukmin.shared.vendor.PaidCall;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A model behind OpenAI's API of chat completions, which many servers have. */
final class OpenAiModel implements Model {

  private static final int LONGEST_RESPONSE = 256 * 1024;
  private static final int OK = 200;

  private final VendorKey key;
  private final URI server;
  private final String model;

  /**
   * A model that asks for its key at each use.
   *
   * @param server to which {@code /chat/completions} is appended
   */
  OpenAiModel(VendorKey key, URI server, String model) {
    this.key = key;
    this.server = server;
    this.model = model;
  }

  @Override
  public Completion complete(Prompt prompt, Duration patience) {
    String body = OpenAiJson.request(model, prompt);
    String first = key.get();
    try {
      return OpenAiJson.read(send(request(body, first), patience));
    } catch (ChatbotFailure failure) {
      if (failure.kind() != Kind.KEY_REFUSED) {
        throw failure;
      }
      // It may have been exchanged a moment ago.
      String other = key.instead(first).orElseThrow(() -> failure);
      return OpenAiJson.read(send(request(body, other), patience));
    }
  }

  private HttpRequest request(String body, String secret) {
    try {
      return HttpRequest.newBuilder(URI.create(server + "/chat/completions"))
          .header("Authorization", "Bearer " + secret)
          .header("Content-Type", "application/json")
          .header("Accept", "application/json")
          .POST(BodyPublishers.ofString(body))
          .build();
    } catch (IllegalArgumentException e) {
      // Its message has the key in it.
      throw new ChatbotFailure(Kind.KEY_REFUSED, "The key is no text for a header");
    }
  }

  private static String send(HttpRequest request, Duration patience) {
    try {
      return body(PaidCall.send(request, patience, LONGEST_RESPONSE));
    } catch (LostCallException lost) {
      Kind kind = lost.maybePaid() ? Kind.RESPONSE_LOST : Kind.UNAVAILABLE;
      throw new ChatbotFailure(kind, lost.getMessage());
    }
  }

  private static String body(HttpResponse<String> response) {
    int status = response.statusCode();
    if (status != OK) {
      throw new ChatbotFailure(kind(status), "The server responds " + status);
    }
    return response.body();
  }

  private static Kind kind(int status) {
    return switch (status) {
      case 401, 402, 403 -> Kind.KEY_REFUSED;
      case 429 -> Kind.THROTTLED;
      case 400, 404, 413, 415, 422 -> Kind.REJECTED;
      default -> Kind.UNAVAILABLE;
    };
  }
}
