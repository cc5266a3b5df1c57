package app.oegukmin.local.campus;

import java.util.Base64;

/** Plays kep.kookmin.ac.kr, which keeps pictures and attachments. */
final class FileStore implements CampusSite {

  private static final String FOLDER = "/com/cmsv/FileCtr/";
  private static final byte[] PICTURE =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

  @Override
  public CampusReply answer(CampusRequest request) {
    // No type that tells what it is: as the site does.
    return switch (request.path()) {
      case FOLDER + "findUploadImg.do" -> CampusReply.bytes("application/x-download", PICTURE);
      case FOLDER + "fileDefaultDownload.do" ->
          CampusReply.bytes("application/octet-stream", document());
      default -> CampusReply.empty(404);
    };
  }

  /** What begins like a PDF. */
  static byte[] document() {
    return new byte[] {'%', 'P', 'D', 'F', '-'};
  }

  /** A PNG of one pixel. */
  static byte[] picture() {
    return PICTURE.clone();
  }
}
