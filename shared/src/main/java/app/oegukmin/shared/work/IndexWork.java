package app.oegukmin.shared.work;

/** A message of the queue in front of the search index; all of them are one group. */
public sealed interface IndexWork extends Work permits IndexDocument {

  @Override
  default String group() {
    return "index";
  }
}
