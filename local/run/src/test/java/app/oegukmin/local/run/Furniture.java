package app.oegukmin.local.run;

import app.oegukmin.local.function.FunctionError;
import app.oegukmin.local.function.FunctionHost;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/**
 * Lets the functions themselves make what the recorded events are about: a member who is signed in,
 * a page of notices, the menus.
 */
record Furniture(FunctionHost host, RecordedEvents events) {

  private static final ObjectMapper JSON = new ObjectMapper();

  void make() throws IOException, FunctionError {
    response("UserFunction", "user-signup");
    JsonNode tokens = response("UserFunction", "user-signin");
    events.replace("Bearer to be issued by the run", "Bearer " + text(tokens, "accessToken"));
    events.replace("to be issued by the run", text(tokens, "refreshToken"));
    events.replace("pV8dQ2mX7rK1sT4wY9zBcA", text(response("UserFunction", "user-me"), "id"));
    host.invoke("CrawlerFunction", events.read("crawler-pages"));
    host.invoke("MenuCrawlerFunction", events.read("menucrawler-mornings"));
    JsonNode newest = response("NoticeFunction", "notice-list").at("/announcements/0");
    events.replace("700976103390468", text(newest, "id"));
  }

  private JsonNode response(String function, String event) throws IOException, FunctionError {
    JsonNode answer = JSON.readTree(host.invoke(function, events.read(event)));
    return JSON.readTree(answer.path("body").asText()).path("response");
  }

  private static String text(JsonNode response, String field) {
    String text = response.path(field).asText();
    if (text.isEmpty()) {
      throw new IllegalStateException("No " + field + " in " + response);
    }
    return text;
  }
}
