package app.oegukmin.chat.socket;

import app.oegukmin.chat.ChatRefusal;
import app.oegukmin.chat.ClientMessage;
import app.oegukmin.chat.DeliveryService;
import app.oegukmin.chat.SendService;
import app.oegukmin.shared.chat.Message;
import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.limit.Limit;
import app.oegukmin.shared.limit.Limiter;
import app.oegukmin.shared.limit.Subject;
import app.oegukmin.shared.token.AccessToken;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what a frame asks for, within the limits that count over HTTP too. */
final class FrameService {

  private static final Logger LOG = LoggerFactory.getLogger(FrameService.class);
  private static final List<Limit> SENDING = List.of(Limit.MEMBER_REQUESTS, Limit.CHAT_MESSAGE);
  private static final List<Limit> OTHERS = List.of(Limit.MEMBER_REQUESTS);

  private final Limiter limiter;
  private final SendService sending;
  private final DeliveryService deliveries;
  private final ResumeService resuming;
  private final InstantSource clock;

  FrameService(
      Limiter limiter,
      SendService sending,
      DeliveryService deliveries,
      ResumeService resuming,
      InstantSource clock) {
    this.limiter = limiter;
    this.sending = sending;
    this.deliveries = deliveries;
    this.resuming = resuming;
    this.clock = clock;
  }

  /** The frame that responds; every failure is one too, and tells nothing of ours (D-S16). */
  // Whatever goes wrong, the connection stays and the client learns which of its frames failed.
  @SuppressWarnings("CatchGeneral")
  String respond(SocketCall call) {
    ClientFrame frame = ClientFrame.of(call.body());
    try {
      AccessToken token = call.token();
      if (!clock.instant().isBefore(token.expiresAt())) {
        throw new ApiException(ErrorCode.INVALID_TOKEN);
      }
      limit(token.member(), frame);
      return act(token.member(), frame);
    } catch (ChatRefusal refusal) {
      return frame.refused(ErrorCode.INVALID_INPUT.code(), refusal.reason().text(), 0);
    } catch (ApiException refusal) {
      return frame.refused(refusal.code().code(), refusal.getMessage(), refusal.retryAfter());
    } catch (RuntimeException e) {
      LOG.error("A frame failed", e);
      return frame.refused(ErrorCode.SERVER_ERROR.code(), ErrorCode.SERVER_ERROR.message(), 0);
    }
  }

  private void limit(String uid, ClientFrame frame) {
    ApiException.unlessAdmitted(
        limiter.take(Subject.user(uid), frame.action().equals("send") ? SENDING : OTHERS));
  }

  private String act(String uid, ClientFrame frame) {
    return switch (frame.action()) {
      case "send" -> send(uid, frame);
      case "ack" -> acknowledge(uid, frame);
      case "resume" ->
          frame.responded("resumed", resuming.after(uid, frame.room(), frame.id("after")));
      default -> throw new ChatRefusal(ChatRefusal.Reason.INVALID);
    };
  }

  private String send(String uid, ClientFrame frame) {
    ClientMessage message = ClientMessage.of(frame.value("content"), frame.value("clientId"));
    Message sent = sending.send(uid, frame.room(), message);
    return frame.responded("sent", new SentView(sent.id(), sent.previous()));
  }

  private String acknowledge(String uid, ClientFrame frame) {
    long id = frame.id("id");
    deliveries.acknowledge(uid, frame.room(), id);
    return frame.responded("acked", new AckedView(id));
  }

  private record SentView(long id, long previous) {}

  private record AckedView(long id) {}
}
