package app.oegukmin.speech;

import app.oegukmin.shared.form.Form;
import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.Envelope;
import app.oegukmin.shared.http.ErrorCode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;

/** The HTTP edge of pronunciation (contract §6.8, §7.5). */
@Path("/api/speech")
@Produces(MediaType.APPLICATION_JSON)
public final class SpeechResource {

  private final SpeechService speech;

  /** A resource over the rules. */
  SpeechResource(SpeechService speech) {
    this.speech = speech;
  }

  /**
   * Scores a recording: 400 C001 for what is no such recording or sentence, 503 while it cannot be
   * told.
   */
  @POST
  @Path("/test")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Envelope<SpeechView> test(FormDataMultiPart parts) throws IOException {
    Form form = new Form(parts);
    Sentence sentence = form.json("context", SentenceRequest.class).sentence();
    List<byte[]> files = form.files("file");
    if (files.size() != 1) {
      throw new ApiException(ErrorCode.INVALID_INPUT, "Send one recording as the part file");
    }
    return Envelope.of(
        "Successfully get speech result", speech.score(reading(files.getFirst(), sentence)));
  }

  private static Reading reading(byte[] file, Sentence sentence) {
    try {
      return new Reading(file, sentence);
    } catch (RecordingException e) {
      throw new ApiException(ErrorCode.INVALID_INPUT, e.getMessage());
    }
  }
}
