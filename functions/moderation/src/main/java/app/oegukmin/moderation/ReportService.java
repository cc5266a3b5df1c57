package app.oegukmin.moderation;

import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.post.PostIds;
import app.oegukmin.shared.post.PostKind;
import app.oegukmin.shared.post.PostText;
import app.oegukmin.shared.post.Required;
import app.oegukmin.shared.time.Seoul;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Takes reports, and shows them to administrators. */
final class ReportService {

  private final Posts posts;
  private final Messages messages;
  private final ReportTable reports;
  private final PostIds ids;
  private final Metrics metrics;
  private final InstantSource clock;

  ReportService(
      Posts posts,
      Messages messages,
      ReportTable reports,
      PostIds ids,
      Metrics metrics,
      InstantSource clock) {
    this.posts = posts;
    this.messages = messages;
    this.reports = reports;
    this.ids = ids;
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * Keeps a report and a copy of its post. A second report of one post by one member is a success
   * and changes nothing.
   *
   * @throws ApiException C001 for a kind that nobody can report or a reason that is not allowed,
   *     C003 when there is no such post
   */
  void report(String uid, ReportRequest request) {
    PostKind kind = Posts.kind(request.kind());
    if (kind == PostKind.FAQ) {
      throw new ApiException(ErrorCode.INVALID_INPUT, "FAQ entries are the administrators' own");
    }
    String reason = PostText.TITLE.of("reason", request.reason());
    Post post = find(uid, kind, request).orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND));
    Instant now = clock.instant();
    Report report = new Report(ids.next(), post, MemberKey.of(uid), reason, Seoul.dateTime(now));
    if (reports.put(report, now)) {
      metrics.count("NewReports", 1);
    }
  }

  private Optional<Post> find(String uid, PostKind kind, ReportRequest request) {
    long id = Required.id("id", request.id());
    return kind == PostKind.MESSAGE
        ? messages.find(uid, Required.id("room", request.room()), id)
        : posts.find(kind, id);
  }

  /** A page of the reports below a cursor, newest first. */
  ReportListView list(long before) {
    return ReportListView.of(reports.below(before, ReportListView.ENOUGH, clock.instant()));
  }
}
