package app.oegukmin.local.standin;

import java.time.Duration;

/**
 * How one service fails.
 *
 * @param delay before a slow response: longer than every caller waits
 * @param throttled the response to calls that are too many
 * @param retryAfter whether {@code Retry-After} goes with it
 * @param malformed a response with status 200 that cannot be parsed
 */
public record FaultProfile(
    Duration delay, CannedResponse throttled, boolean retryAfter, CannedResponse malformed) {}
