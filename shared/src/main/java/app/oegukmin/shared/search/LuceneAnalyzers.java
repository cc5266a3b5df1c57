package app.oegukmin.shared.search;

import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;

/** The analyzer of each field. Safe for several threads; building one takes half a second. */
public final class LuceneAnalyzers {

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
