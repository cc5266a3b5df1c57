package app.oegukmin.qna;

import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.post.Picture;
import java.util.List;

/** The pictures of a new question, which are stored before it. */
public interface Pictures {

  /** No pictures. */
  Pictures NONE =
      new Pictures() {
        @Override
        public List<String> digests() {
          return List.of();
        }

        @Override
        public List<Picture> store(long question) {
          return List.of();
        }

        @Override
        public void confirm(long question, Transaction transaction) {
          // Nothing is pending.
        }
      };

  /** A digest of each, by which the same pictures sent twice are known. */
  List<String> digests();

  /** Stores them for a question that does not exist yet, and remembers that they are pending. */
  List<Picture> store(long question);

  /** Makes the transaction that stores the question end their being pending. */
  void confirm(long question, Transaction transaction);
}
