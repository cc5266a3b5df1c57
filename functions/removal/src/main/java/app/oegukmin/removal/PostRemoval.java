package app.oegukmin.removal;

import app.oegukmin.shared.work.RemovePost;

/** Removes what hangs on a post that was erased. Doing that twice does no harm. */
final class PostRemoval {

  private final AnswerRemoval answers;
  private final VoteRemoval votes;

  PostRemoval(AnswerRemoval answers, VoteRemoval votes) {
    this.answers = answers;
    this.votes = votes;
  }

  /** Removes it. */
  void remove(RemovePost post) {
    switch (post.of()) {
      case QUESTION -> answers.ofQuestion(post.id());
      case ANSWER -> votes.ofAnswer(post.id());
      case HELP, FAQ, MESSAGE -> {
        // Nothing hangs on them.
      }
    }
  }
}
