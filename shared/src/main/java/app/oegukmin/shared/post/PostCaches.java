package app.oegukmin.shared.post;

/**
 * The names of the caches of posts. Who writes a post raises the generation of its caches, and the
 * indexer does it again from the stream.
 */
public final class PostCaches {

  /** Lists of questions and questions in full. */
  public static final String QUESTIONS = "question";

  /** Lists of help articles and help articles in full. */
  public static final String HELP = "help";

  /** Lists of FAQ entries and FAQ entries in full. */
  public static final String FAQ = "faq";

  private PostCaches() {}

  /** The answers of one question: a like makes no other question's answers load again. */
  public static String answers(long question) {
    return "answers:" + question;
  }
}
