package app.oegukmin.speech;

import app.oegukmin.shared.secret.VendorKey;
import app.oegukmin.shared.vendor.LostCallException;
import app.oegukmin.shared.vendor.PaidCall;
import app.oegukmin.speech.SpeechFailure.Kind;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/**
 * Azure's pronunciation assessment (sites §5). Calls share nothing (D-P1), and leave nothing open
 * when they fail (D-P4): see {@link PaidCall}.
 */
final class AzureAssessor implements Assessor {

  private static final int LONGEST_RESPONSE = 1024 * 1024;
  private static final int OK = 200;

  private final VendorKey key;
  private final URI server;

  /** An assessor that asks for its key at each use. */
  AzureAssessor(VendorKey key, URI server) {
    this.key = key;
    this.server = server;
  }

  @Override
  public List<Segment> assess(Recording recording, Sentence sentence, Duration patience) {
    AzureCall call = new AzureCall(server, recording, sentence);
    String first = key.get();
    try {
      return AzureResponse.read(send(call.request(first), patience));
    } catch (SpeechFailure failure) {
      if (failure.kind() != Kind.KEY_REFUSED) {
        throw failure;
      }
      // It may have been exchanged a moment ago.
      String other = key.instead(first).orElseThrow(() -> failure);
      return AzureResponse.read(send(call.request(other), patience));
    }
  }

  private static String send(HttpRequest request, Duration patience) {
    try {
      return body(PaidCall.send(request, patience, LONGEST_RESPONSE));
    } catch (LostCallException lost) {
      Kind kind = lost.maybePaid() ? Kind.RESPONSE_LOST : Kind.UNAVAILABLE;
      throw new SpeechFailure(kind, lost.getMessage());
    }
  }

  private static String body(HttpResponse<String> response) {
    int status = response.statusCode();
    if (status != OK) {
      throw new SpeechFailure(kind(status), "Azure responds " + status);
    }
    return response.body();
  }

  private static Kind kind(int status) {
    return switch (status) {
      case 401, 403 -> Kind.KEY_REFUSED;
      case 429 -> Kind.THROTTLED;
      case 400, 413, 415 -> Kind.REJECTED;
      default -> Kind.UNAVAILABLE;
    };
  }
}
