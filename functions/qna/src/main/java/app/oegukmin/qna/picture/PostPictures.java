package app.oegukmin.qna.picture;

import app.oegukmin.qna.Pictures;
import app.oegukmin.qna.picture.PendingTable.Pending;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.post.Picture;
import java.util.List;

/** The decoded pictures of a post on one board. */
record PostPictures(PictureStore store, String board, List<NewPicture> pictures)
    implements Pictures {

  @Override
  public List<String> digests() {
    return pictures.stream().map(NewPicture::digest).toList();
  }

  @Override
  public void begin(Transaction transaction, long post) {
    if (!pictures.isEmpty()) {
      store.pending().begin(transaction, new Pending(board, post));
    }
  }

  @Override
  public List<Picture> store(long post) {
    return store.store(new Pending(board, post), pictures);
  }

  @Override
  public void confirm(Transaction transaction, long post) {
    if (!pictures.isEmpty()) {
      store.pending().confirm(transaction, new Pending(board, post));
    }
  }
}
