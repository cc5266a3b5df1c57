package app.oegukmin.qna.picture;

import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.glassfish.jersey.media.multipart.BodyPartEntity;
import org.glassfish.jersey.media.multipart.FormDataBodyPart;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;

/**
 * What the app sends of a post with pictures (contract §7.5): a part {@code request} of JSON,
 * whatever its declared type, and parts {@code imgList}. Names of files are not read (D-Q7).
 */
final class PictureForm {

  private final FormDataMultiPart form;

  PictureForm(FormDataMultiPart form) {
    this.form = form;
  }

  /**
   * The JSON part.
   *
   * @throws ApiException C001 when it is absent
   * @throws IOException when it is malformed
   */
  <T> T request(Class<T> type) throws IOException {
    FormDataBodyPart part = form == null ? null : form.getField("request");
    if (part == null) {
      throw new ApiException(ErrorCode.INVALID_INPUT, "The part request is missing");
    }
    T request = Json.MAPPER.readValue(bytes(part), type);
    if (request == null) {
      throw new ApiException(ErrorCode.INVALID_INPUT, "The part request is empty");
    }
    return request;
  }

  /** The pictures in the order in which they were sent. */
  List<byte[]> pictures() throws IOException {
    List<byte[]> pictures = new ArrayList<>();
    for (FormDataBodyPart part : parts()) {
      pictures.add(bytes(part));
    }
    return pictures;
  }

  private List<FormDataBodyPart> parts() {
    List<FormDataBodyPart> parts = form.getFields("imgList");
    return parts == null ? List.of() : parts;
  }

  private static byte[] bytes(FormDataBodyPart part) throws IOException {
    try (InputStream content = part.getEntityAs(BodyPartEntity.class).getInputStream()) {
      return content.readAllBytes();
    }
  }
}
