/**
 * Finding notices and posts by words. {@link app.oegukmin.shared.search.SearchIndex} says what an
 * engine does; analysis.json says how texts become terms, for each engine alike.
 */
package app.oegukmin.shared.search;
