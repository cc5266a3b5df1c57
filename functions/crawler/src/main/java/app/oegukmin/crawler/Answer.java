package app.oegukmin.crawler;

import java.time.Duration;
import java.util.Optional;

/**
 * What a site answered to one request.
 *
 * @param location where to look instead, empty string when it names no place
 * @param retryAfter how long it wants to be left alone
 * @param mediaType of the page
 * @param page empty unless the status is 200
 */
record Answer(
    int status, String location, Optional<Duration> retryAfter, String mediaType, Fetched page) {}
