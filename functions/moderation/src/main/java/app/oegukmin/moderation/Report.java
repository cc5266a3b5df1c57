package app.oegukmin.moderation;

/**
 * A member's report of a post, with a copy of it as it was then.
 *
 * @param id orders reports by time
 * @param reporter the {@link app.oegukmin.shared.member.MemberKey} of who reports
 * @param createdDate in Seoul's time
 */
record Report(long id, Post post, String reporter, String reason, String createdDate) {}
