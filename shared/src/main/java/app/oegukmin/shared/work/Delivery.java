package app.oegukmin.shared.work;

/**
 * A message as it was delivered.
 *
 * @param receives how often it was, this time included, since it was sent or sent back from the
 *     dead letters
 * @param last whether it goes to the dead letters if it waits or fails now
 */
public record Delivery<W extends Work>(W work, int receives, boolean last) {}
