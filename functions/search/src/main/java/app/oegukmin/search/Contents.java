package app.oegukmin.search;

import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.notice.DocumentTable;
import app.oegukmin.shared.notice.NoticeBody;
import app.oegukmin.shared.notice.NoticeBodyTable;
import app.oegukmin.shared.notice.NoticeId;
import app.oegukmin.shared.search.IndexChange;
import app.oegukmin.shared.search.SearchKind;
import java.util.Optional;
import org.jsoup.Jsoup;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Reads what can be found as it is now, so that a repeated or late change does no harm. */
final class Contents {

  private final NoticeBodyTable notices;
  private final PostContents posts;

  Contents(Environment environment, DynamoDbClient client) {
    DocumentTable documents = new DocumentTable(client, environment.require("DOCUMENT_TABLE"));
    this.notices = new NoticeBodyTable(client, environment.require("NOTICE_BODY_TABLE"), documents);
    this.posts = new PostContents(environment, client);
  }

  /** What the index needs to be equal to it. */
  IndexChange change(SearchKind kind, long id) {
    return find(kind, id)
        .map(content -> IndexChange.put(content.document()))
        .orElseGet(() -> IndexChange.remove(kind, id));
  }

  /** A document; empty when it is gone or hidden. */
  Optional<Content> find(SearchKind kind, long id) {
    return kind == SearchKind.NOTICE
        ? NoticeId.of(id).flatMap(notice -> notices.find(notice).map(body -> content(notice, body)))
        : posts.find(kind, id);
  }

  private static Content content(NoticeId id, NoticeBody notice) {
    return new Content(
        SearchKind.NOTICE,
        id.value(),
        id.value(),
        Optional.of(id.language()),
        notice.type(),
        notice.writtenDate(),
        notice.title(),
        Jsoup.parse(notice.document()).text(),
        notice.url());
  }
}
