package app.oegukmin.shared.work;

/** A message of the queue of what is to be pushed to phones. */
public sealed interface PushWork extends Work permits SendPush {}
