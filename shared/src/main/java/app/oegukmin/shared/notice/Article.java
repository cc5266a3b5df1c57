package app.oegukmin.shared.notice;

import java.util.List;

/**
 * What the crawler knows of an article.
 *
 * @param url canonical URL, the identity
 * @param id the article part of its {@link NoticeId}, fixed at first sight
 * @param hash {@link Notice#hash()} of what is stored
 * @param type the type under which it is listed
 * @param files its attachments, for when its site cannot tell them
 */
public record Article(String url, long id, String hash, String type, List<Attachment> files) {

  public Article {
    files = List.copyOf(files);
  }
}
