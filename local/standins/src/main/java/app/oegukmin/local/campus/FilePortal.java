package app.oegukmin.local.campus;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;

/** Plays portal.kookmin.ac.kr, which lists attachments. */
final class FilePortal implements CampusSite {

  private static final String FILE_SETS = "/por/restapi/file/";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final OfficialBoards boards;

  FilePortal(OfficialBoards boards) {
    this.boards = boards;
  }

  @Override
  public CampusReply answer(CampusRequest request) {
    if (!request.path().startsWith(FILE_SETS)) {
      return CampusReply.empty(404);
    }
    ArrayNode list = JSON.createArrayNode();
    boards
        .byFileSet(request.path().substring(FILE_SETS.length()))
        .ifPresent(post -> addFiles(list, post.number(), post.files()));
    return CampusReply.json(200, list.toString());
  }

  private static void addFiles(ArrayNode list, long post, List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      list.addObject()
          .put("fileNo", "%010d".formatted(post))
          .put("seq", i + 1)
          .put("fileNm", names.get(i));
    }
  }
}
