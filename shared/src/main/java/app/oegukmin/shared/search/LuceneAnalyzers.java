package app.oegukmin.shared.search;

import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;

/** The analyzer of each field. Safe for several threads; building one takes half a second. */
public final class LuceneAnalyzers {

  // Kept, because the runtime holds loggers weakly. Lucene says once, in lines that are no JSON,
  // that
  // it runs without the incubating vector module; nobody has to act on that.
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  static {
    LUCENE.setLevel(Level.SEVERE);
  }

  private final Map<String, Analyzer> byName = new HashMap<>();

  /** The analyzers of an analysis. */
  public LuceneAnalyzers(Analysis analysis) {
    SearchFields.ANALYZERS.forEach(name -> byName.put(name, analysis.analyzer(name)));
  }

  /** The analyzer of a name in analysis.json. */
  Analyzer named(String name) {
    return byName.get(name);
  }

  /** One for all fields of a document. */
  Analyzer perField() {
    Map<String, Analyzer> fields = new HashMap<>();
    byName.forEach(
        (name, analyzer) -> {
          fields.put(SearchFields.title(name), analyzer);
          fields.put(SearchFields.body(name), analyzer);
        });
    return new PerFieldAnalyzerWrapper(new KeywordAnalyzer(), fields);
  }
}
