package app.oegukmin.shared.search;

import app.oegukmin.shared.language.Language;
import java.io.IOException;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.ScoreDoc;

/** Turns documents into Lucene's, and what was found back into hits. */
final class LuceneDocuments {

  private LuceneDocuments() {}

  static Document document(SearchDocument document) {
    Document fields = new Document();
    fields.add(new StringField(SearchFields.KEY, document.key(), Store.NO));
    fields.add(new StringField(SearchFields.KIND, document.kind().name(), Store.YES));
    fields.add(new LongField(SearchFields.ID, document.id(), Store.YES));
    fields.add(new LongField(SearchFields.LIST, document.list(), Store.YES));
    fields.add(new LongField(SearchFields.DATE, document.date(), Store.NO));
    fields.add(new StringField(SearchFields.GROUP, SearchFields.group(document.group()), Store.NO));
    String language = document.language().map(Language::name).orElse(SearchFields.ANY_LANGUAGE);
    fields.add(new StringField(SearchFields.LANGUAGE, language, Store.NO));
    for (String analyzer : SearchFields.analyzers(document.title() + document.body())) {
      fields.add(new TextField(SearchFields.title(analyzer), document.title(), Store.NO));
      fields.add(new TextField(SearchFields.body(analyzer), document.body(), Store.NO));
    }
    return fields;
  }

  static SearchHit hit(StoredFields stored, ScoreDoc found) throws IOException {
    Document fields = stored.document(found.doc);
    return new SearchHit(
        SearchKind.valueOf(fields.get(SearchFields.KIND)),
        fields.getField(SearchFields.ID).numericValue().longValue(),
        fields.getField(SearchFields.LIST).numericValue().longValue(),
        Float.isNaN(found.score) ? 0 : found.score);
  }
}
