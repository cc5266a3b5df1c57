package app.oegukmin.search;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import app.oegukmin.search.PostRows.Row;
import app.oegukmin.shared.block.BlockTable;
import app.oegukmin.shared.dynamo.BatchRead;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.notice.NoticeId;
import app.oegukmin.shared.notice.NoticeRow;
import app.oegukmin.shared.notice.NoticeTable;
import app.oegukmin.shared.search.SearchDocument;
import app.oegukmin.shared.search.SearchHit;
import app.oegukmin.shared.search.SearchKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Reads the rows of hits as they are now: what is gone, hidden or of a blocked member is none. */
final class SearchItems {

  private static final String NOBODY = "";

  private final NoticeTable notices;
  private final PostContents posts;
  private final BlockTable blocks;
  private final DynamoDbClient client;

  /** A hit that is still there. */
  record Found(
      SearchKind kind,
      long id,
      String title,
      String group,
      String language,
      String date,
      String owner) {

    boolean ofMember() {
      return !owner.equals(NOBODY);
    }

    String key() {
      return SearchDocument.key(kind, id);
    }
  }

  SearchItems(NoticeTable notices, PostContents posts, BlockTable blocks, DynamoDbClient client) {
    this.notices = notices;
    this.posts = posts;
    this.blocks = blocks;
    this.client = client;
  }

  /** The hits that a viewer may see, in their order. */
  List<Found> read(Optional<String> viewer, List<SearchHit> hits) {
    Map<SearchKind, List<Long>> ids =
        hits.stream().collect(groupingBy(SearchHit::shownAs, mapping(SearchHit::list, toList())));
    Map<String, Found> found = new HashMap<>();
    ids.forEach((kind, of) -> rows(kind, of).forEach(row -> found.put(row.key(), row)));
    List<Found> there =
        hits.stream()
            .map(hit -> found.get(SearchDocument.key(hit.shownAs(), hit.list())))
            .filter(Objects::nonNull)
            .toList();
    return visible(viewer, there);
  }

  private List<Found> visible(Optional<String> viewer, List<Found> there) {
    List<Found> ofMembers = there.stream().filter(Found::ofMember).toList();
    Set<Found> shown =
        new HashSet<>(blocks.visible(new BatchRead(client), viewer, ofMembers, Found::owner));
    return there.stream().filter(found -> !found.ofMember() || shown.contains(found)).toList();
  }

  private List<Found> rows(SearchKind kind, List<Long> ids) {
    if (kind != SearchKind.NOTICE) {
      return posts.rows(kind, ids).stream().map(row -> found(kind, row)).toList();
    }
    Map<Language, List<Long>> byLanguage =
        ids.stream()
            .flatMap(id -> NoticeId.of(id).stream())
            .collect(groupingBy(NoticeId::language, mapping(NoticeId::value, toList())));
    return byLanguage.entrySet().stream()
        .flatMap(
            of ->
                notices.rows(of.getKey(), NoticeTable.ALL, of.getValue()).stream()
                    .map(row -> found(of.getKey(), row)))
        .toList();
  }

  private static Found found(SearchKind kind, Row row) {
    return new Found(
        kind,
        row.id(),
        row.title(),
        row.tag().orElse(""),
        row.language().orElse(""),
        row.day(),
        row.owner().orElse(NOBODY));
  }

  private static Found found(Language language, NoticeRow row) {
    return new Found(
        SearchKind.NOTICE,
        row.id(),
        row.title(),
        row.type(),
        language.tag(),
        row.writtenDate(),
        NOBODY);
  }
}
