package app.oegukmin.shared.work;

import java.time.Instant;

/**
 * A message as it was delivered.
 *
 * @param receives how often it was, this time included
 * @param firstReceived when it was for the first time since it was sent, or sent back from the dead
 *     letters
 */
public record Delivery<W extends Work>(W work, int receives, Instant firstReceived) {}
