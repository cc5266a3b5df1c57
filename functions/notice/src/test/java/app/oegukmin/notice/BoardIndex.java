package app.oegukmin.notice;

import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.notice.NoticeBody;
import app.oegukmin.shared.notice.NoticeId;
import app.oegukmin.shared.search.IndexChange;
import app.oegukmin.shared.search.LuceneWriter;
import app.oegukmin.shared.search.SearchDocument;
import app.oegukmin.shared.search.SearchKind;
import app.oegukmin.shared.text.Folding;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the search index as its own function does. */
final class BoardIndex {

  private static final Duration LOOK = Duration.ofSeconds(30);

  private final FakeClock clock;
  private final LuceneWriter writer;
  private final List<IndexChange> open = new ArrayList<>();

  /** An index whose readers live by a clock. */
  BoardIndex(Stack stack, FakeClock clock) {
    this.clock = clock;
    Environment environment = new Environment(stack.environment("NoticeFunction"));
    this.writer = LuceneWriter.of(environment, stack.dynamodb(), clock);
  }

  /** Has it follow a notice at the next search. */
  void follow(NoticeId id, NoticeBody notice) {
    open.add(
        IndexChange.put(
            new SearchDocument(
                SearchKind.NOTICE,
                id.value(),
                id.value(),
                Optional.of(id.language()),
                notice.type(),
                0,
                Folding.fold(notice.title()),
                Folding.fold(notice.document().replaceAll("<[^>]*>", "")))));
  }

  /** Makes it whole, and lets the time pass after which readers look. */
  void publish() throws IOException {
    if (!open.isEmpty()) {
      writer.apply(open);
      open.clear();
    }
    clock.advance(LOOK);
  }
}
