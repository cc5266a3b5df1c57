package app.oegukmin.local.run;

import app.oegukmin.engines.Engines;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A run whose API is ready.
 *
 * @param api where it listens, without a path
 * @param socket where the WebSocket API listens
 */
record Running(StandIns standIns, URI api, URI socket, URI control, String hmacSecret) {

  /** What the app is built with. */
  String baseUrl() {
    return api + "/api";
  }

  /** Everything a shell may want to know. */
  Map<String, String> variables() {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("BASE_URL", baseUrl());
    variables.put("SOCKET_URL", socket.toString());
    variables.put("HMAC_SECRET", hmacSecret);
    variables.put("PIDS", pids());
    variables.put("CONTROL", control.toString());
    variables.putAll(standIns.endpoints());
    return variables;
  }

  /** What to read once it runs. */
  String welcome() {
    Engines engines = standIns.engines();
    return """

    Base URL   %s
    WebSocket  %s
    Running    DynamoDB  %s (on every network interface: it cannot choose)
               SQS       %s
               S3        %s
               Valkey    redis://127.0.0.1:%d
    Campus     %s
    Stand-ins  %s
    Logs       .local/logs
    Try        curl '%s/announcement?language=EN-US'

    Ctrl-C stops it; make crawl crawls again; make fail SERVICE=%s HOW=down FOR=60s makes a
    stand-in fail; .local/env has all this for a shell.
    """
        .formatted(
            baseUrl(),
            socket,
            engines.dynamodb(),
            engines.sqs(),
            engines.s3(),
            engines.redisPort(),
            standIns
                .campus()
                .map(campus -> campus + " (not the real one)")
                .orElse("the real one; SSM parameters are files in .local/secrets/parameters"),
            playedHere(),
            baseUrl(),
            standIns.played().getFirst().service());
  }

  private String playedHere() {
    return standIns.played().stream()
        .map(played -> "%-9s %s".formatted(played.service(), played.uri()))
        .collect(Collectors.joining("\n" + " ".repeat(11)));
  }

  private String pids() {
    List<Long> pids = new ArrayList<>(List.of(ProcessHandle.current().pid()));
    pids.addAll(standIns.engines().pids());
    return pids.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }
}
