package app.oegukmin.shared.notice;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the crawler knows of an article.
 *
 * @param url canonical URL under which it is listed
 * @param id the article part of its {@link NoticeId}, fixed until another date is written on it
 * @param hash {@link Notice#hash()} of what is stored
 * @param type the type under which it is listed
 * @param files its attachments, for when its site cannot tell them
 * @param former the URLs that it had before it moved from board to board (F-25)
 */
public record Article(
    String url, long id, String hash, String type, List<Attachment> files, List<String> former) {

  public Article {
    files = List.copyOf(files);
    former = List.copyOf(former);
  }

  /** An article that never moved. */
  public Article(String url, long id, String hash, String type, List<Attachment> files) {
    this(url, id, hash, type, files, List.of());
  }

  /** This article with another id. */
  Article withId(long newId) {
    return new Article(url, newId, hash, type, files, former);
  }

  /** This article under another URL. */
  Article movedTo(String newUrl) {
    List<String> urls = Stream.concat(former.stream(), Stream.of(url)).toList();
    return new Article(newUrl, id, hash, type, files, urls);
  }
}
