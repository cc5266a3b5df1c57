package app.oegukmin.shared.work;

/** A message of the crawl queue. */
public sealed interface CrawlWork extends Work permits CrawlPage, StartCrawl {}
