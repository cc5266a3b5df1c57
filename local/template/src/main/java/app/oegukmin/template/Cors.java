package app.oegukmin.template;

import java.util.Optional;

/**
 * What SAM lets the {@code OPTIONS} method of every path respond (aws §2 #23).
 *
 * @param methods empty for the methods that the path has
 * @param headers empty for none
 * @param maxAge how many seconds a browser may remember it
 */
public record Cors(
    String origin, Optional<String> methods, Optional<String> headers, Optional<String> maxAge) {}
