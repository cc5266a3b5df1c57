package app.oegukmin.crawler.fetch;

import java.time.Duration;
import java.util.Optional;

/**
 * A site's response to one request.
 *
 * @param location where it redirects to, empty string when nowhere
 * @param retryAfter the pause that it asks for
 * @param mediaType of the page
 * @param page empty unless the status is 200
 */
record SiteResponse(
    int status,
    String location,
    Optional<Duration> retryAfter,
    String mediaType,
    FetchedPage page) {}
