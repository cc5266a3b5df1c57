package app.oegukmin.shared.search;

import java.util.List;

/**
 * What PassageFunction responds, as JSON.
 *
 * @param passages best first, of one document at most one; none is of what is hidden or gone
 */
public record PassageResponse(List<Passage> passages) {}
