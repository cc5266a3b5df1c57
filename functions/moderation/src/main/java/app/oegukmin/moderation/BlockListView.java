package app.oegukmin.moderation;

import app.oegukmin.shared.block.Block;
import java.util.List;

/** Whom a member blocks, by their public ids. */
record BlockListView(List<Item> blockList) {

  /** A blocked member. */
  record Item(String userId, String createdDate) {}

  static BlockListView of(List<Block> blocks) {
    return new BlockListView(
        blocks.stream().map(block -> new Item(block.uuid(), block.createdDate())).toList());
  }
}
