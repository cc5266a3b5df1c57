package app.oegukmin.user;

import java.time.Duration;

/**
 * How long things last.
 *
 * @param access an access token
 * @param refresh a refresh token, and with it a sign-in that is not used
 * @param grace how long after its use a refresh token may be sent again, because the response was
 *     lost
 */
record Lifetimes(Duration access, Duration refresh, Duration grace) {}
