package app.oegukmin.shared.form;

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
 * The parts of a form by name, in any order (contract §7.5). Neither the declared type of a part
 * nor the name of a file is read (D-Q7).
 */
public final class Form {

  private final FormDataMultiPart form;

  /**
   * A form over what Jersey has read.
   *
   * @param form null for a request without a body
   */
  public Form(FormDataMultiPart form) {
    this.form = form;
  }

  /**
   * A part of JSON.
   *
   * @throws ApiException C001 when it is absent, null or not in its encoding
   * @throws IOException when it is malformed
   */
  public <T> T json(String name, Class<T> type) throws IOException {
    List<FormDataBodyPart> parts = parts(name);
    if (parts.isEmpty()) {
      throw new ApiException(ErrorCode.INVALID_INPUT, "The part " + name + " is missing");
    }
    T json = Json.MAPPER.readValue(bytes(parts.getFirst()), type);
    if (json == null) {
      throw new ApiException(ErrorCode.INVALID_INPUT, "The part " + name + " is empty");
    }
    return json;
  }

  /**
   * The contents of all parts with a name, in the order in which they were sent.
   *
   * @throws ApiException C001 when one is not in its encoding
   */
  public List<byte[]> files(String name) {
    List<byte[]> files = new ArrayList<>();
    for (FormDataBodyPart part : parts(name)) {
      files.add(bytes(part));
    }
    return files;
  }

  private List<FormDataBodyPart> parts(String name) {
    List<FormDataBodyPart> parts = form == null ? null : form.getFields(name);
    return parts == null ? List.of() : parts;
  }

  // A part may name an encoding that it does not have, or one that nobody knows: that has no
  // stream.
  private static byte[] bytes(FormDataBodyPart part) {
    if (part.getEntity() instanceof BodyPartEntity content) {
      try (InputStream bytes = content.getInputStream()) {
        if (bytes != null) {
          return bytes.readAllBytes();
        }
      } catch (IOException e) {
        throw unreadable();
      }
    }
    throw unreadable();
  }

  private static ApiException unreadable() {
    return new ApiException(ErrorCode.INVALID_INPUT, "A part is not in its encoding");
  }
}
