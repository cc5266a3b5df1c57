package app.oegukmin.bench;

import app.oegukmin.engines.Clients;
import app.oegukmin.engines.LocalAccount;
import app.oegukmin.engines.Tables;
import app.oegukmin.shared.notice.ArticleTable;
import app.oegukmin.shared.notice.DocumentTable;
import app.oegukmin.shared.notice.Notice;
import app.oegukmin.shared.notice.NoticeBodyTable;
import app.oegukmin.shared.notice.NoticeTable;
import app.oegukmin.shared.notice.TranslationPeriod;
import app.oegukmin.template.LocalNames;
import app.oegukmin.template.Template;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Tables of the template with notices in them. */
final class Notices {

  private static final List<String> TABLES =
      List.of(
          "ArticleTable",
          "NoticeTable",
          "NoticeBodyTable",
          "DocumentTable",
          "IndexTable",
          "CrawlOrderTable");

  private Notices() {}

  static void seed(URI endpoint, Path file) throws IOException {
    seed(endpoint, file, 50);
  }

  /** Makes the tables and puts some notices in all languages into them. */
  static void seed(URI endpoint, Path file, int notices) throws IOException {
    DynamoDbClient client = Clients.dynamodb(endpoint);
    LocalNames names = new LocalNames("", URI.create("http://sqs.invalid"));
    Template template = Template.read(file, Map.of("Local", "true"), names);
    Tables.createMissing(client, template.tables());
    NoticeTable lists = new NoticeTable(client, "NoticeTable");
    NoticeBodyTable bodies =
        new NoticeBodyTable(client, "NoticeBodyTable", new DocumentTable(client, "DocumentTable"));
    ArticleTable articles =
        new ArticleTable(
            client, "ArticleTable", lists, bodies, new TranslationPeriod(30), Clock.systemUTC());
    for (int i = 1; i <= notices; i++) {
      articles.publish(notice(i), 1, i);
    }
  }

  private static Notice notice(int number) {
    return new Notice(
        "https://www.kookmin.ac.kr/user/kmuNews/notice/4/" + number + "/view.do",
        "학사공지",
        "2026학년도 2학기 수강신청 안내 " + number + (number % 1_000 == 1 ? " (드문말)" : ""),
        LocalDate.of(2026, 10, 1).plusDays(number / 5),
        "교무팀",
        "홍길동",
        "No Phone",
        "<p>수강신청 기간을 확인하시기 바랍니다.</p>".repeat(60),
        List.of());
  }

  static Map<String, String> environment(URI endpoint, boolean snapshot) {
    Map<String, String> environment = new HashMap<>();
    TABLES.forEach(
        table ->
            environment.put(
                table.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT), table));
    environment.put("INDEX_BUCKET", "index");
    environment.putAll(
        Map.of(
            "AWS_ENDPOINT_URL_DYNAMODB",
            endpoint.toString(),
            "AWS_ACCESS_KEY_ID",
            LocalAccount.ACCESS_KEY_ID,
            "AWS_SECRET_ACCESS_KEY",
            LocalAccount.SECRET_ACCESS_KEY,
            "AWS_REGION",
            "ap-northeast-2",
            "AWS_LAMBDA_FUNCTION_NAME",
            "bench",
            "AWS_LAMBDA_FUNCTION_VERSION",
            "1",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
            "1024",
            "AWS_LAMBDA_INITIALIZATION_TYPE",
            snapshot ? "snap-start" : "on-demand"));
    return environment;
  }
}
