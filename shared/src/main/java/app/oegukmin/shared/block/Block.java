package app.oegukmin.shared.block;

/**
 * A member sees nothing of another.
 *
 * @param member the {@link app.oegukmin.shared.member.MemberKey} of who blocks
 * @param blocked the same of who is blocked
 * @param uuid the public id of who is blocked
 * @param createdDate in Seoul's time
 */
public record Block(String member, String blocked, String uuid, String createdDate) {}
