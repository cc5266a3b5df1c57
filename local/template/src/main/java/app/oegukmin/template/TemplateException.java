package app.oegukmin.template;

/** The template cannot be read; the message is one sentence that names logical id and line. */
public final class TemplateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int line;
  private final String sentence;

  TemplateException(int line, String sentence) {
    this("Template", line, sentence);
  }

  private TemplateException(String place, int line, String sentence) {
    super(place + ", line " + line + ": " + sentence);
    this.line = line;
    this.sentence = sentence;
  }

  /** The same complaint, told of a resource, parameter or output. */
  TemplateException in(String logicalId) {
    return new TemplateException(logicalId, line, sentence);
  }
}
