package app.oegukmin.shared.work;

import app.oegukmin.shared.post.PostKind;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** Remove what hung on a post that has been erased: answers, texts, votes. */
@JsonTypeName("post")
public record RemovePost(PostKind of, long id) implements RemovalWork {

  /** The post's key, as {@code question#7}. */
  @Override
  public String key() {
    return of.key(id);
  }
}
