package app.oegukmin.moderation;

import app.oegukmin.shared.block.Block;
import app.oegukmin.shared.block.BlockTable;
import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.member.Member;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.member.MemberTable;
import app.oegukmin.shared.time.Seoul;
import java.time.InstantSource;

/** Lets members see nothing of others, whom they name by their public ids. */
final class BlockService {

  private final MemberTable members;
  private final BlockTable blocks;
  private final InstantSource clock;

  BlockService(MemberTable members, BlockTable blocks, InstantSource clock) {
    this.members = members;
    this.blocks = blocks;
    this.clock = clock;
  }

  /**
   * Blocks a member from the next read on.
   *
   * @throws ApiException C003 when there is no such member, C001 for the caller
   */
  void block(String uid, String publicId) {
    Member other =
        members.findPublic(publicId).orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND));
    if (other.id().equals(uid)) {
      throw new ApiException(ErrorCode.INVALID_INPUT, "Nobody can block themselves");
    }
    blocks.put(
        new Block(
            MemberKey.of(uid),
            MemberKey.of(other.id()),
            publicId,
            Seoul.dateTime(clock.instant())));
  }

  /** Ends a block; a success when there is none. */
  void unblock(String uid, String publicId) {
    blocks.of(uid).stream()
        .filter(block -> block.uuid().equals(publicId))
        .forEach(block -> blocks.delete(uid, block.blocked()));
  }

  /** Whom a member blocks. */
  BlockListView list(String uid) {
    return BlockListView.of(blocks.of(uid));
  }
}
