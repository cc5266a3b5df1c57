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
        public void begin(Transaction transaction, long question) {
          // Nothing will be pending.
        }

        @Override
        public List<Picture> store(long question) {
          return List.of();
        }

        @Override
        public void confirm(Transaction transaction, long question) {
          // Nothing is pending.
        }
      };

  /** A digest of each, by which the same pictures sent twice are known. */
  List<String> digests();

  /** Remembers that those of a question which does not exist yet are pending. */
  void begin(Transaction transaction, long question);

  /** Stores them; {@link #begin} was written before. */
  List<Picture> store(long question);

  /** Makes the transaction that stores the question end their being pending. */
  void confirm(Transaction transaction, long question);
}
