package app.oegukmin.local.standin;

import java.net.URI;

/**
 * A service of the outside world that is played on this machine.
 *
 * @param service its name in {@code make fail}: a word in lower case, or a host
 * @param uri where it is played
 */
public record StandIn(String service, URI uri, FaultInjector faults) {}
