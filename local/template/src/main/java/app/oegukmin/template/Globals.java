package app.oegukmin.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** SAM's Globals: mappings merge, lists are appended, all else is overridden by the resource. */
final class Globals {

  private Globals() {}

  static Node.Fields merge(Node.Fields globals, Node.Fields own) {
    Map<String, Node> merged = new LinkedHashMap<>(globals.entries());
    own.entries().forEach((key, node) -> merged.merge(key, node, Globals::mergeNode));
    return new Node.Fields(merged, own.line());
  }

  private static Node mergeNode(Node global, Node own) {
    if (global instanceof Node.Fields left
        && own instanceof Node.Fields right
        && !Intrinsics.isCall(left)
        && !Intrinsics.isCall(right)) {
      return merge(left, right);
    }
    if (global instanceof Node.Items left && own instanceof Node.Items right) {
      List<Node> both = new ArrayList<>(left.nodes());
      both.addAll(right.nodes());
      return new Node.Items(List.copyOf(both), right.line());
    }
    return own;
  }
}
