/**
 * What lies in the queues. A message is the JSON of a record; the records of a queue are the
 * permitted ones of its sealed interface: {@link app.oegukmin.shared.work.CrawlWork CrawlQueue},
 * {@link app.oegukmin.shared.work.MenuOrderWork MenuOrderQueue}, {@link
 * app.oegukmin.shared.work.TranslateWork TranslateQueue}, {@link
 * app.oegukmin.shared.work.RemovalWork RemovalQueue}, {@link app.oegukmin.shared.work.IndexWork
 * IndexQueue}, {@link app.oegukmin.shared.work.PushWork PushQueue}. {@link
 * app.oegukmin.shared.work.WorkJson} reads and writes them all, {@link
 * app.oegukmin.shared.work.WorkQueue} sends them, {@link app.oegukmin.shared.work.WorkConsumer}
 * works off the queues in which messages wait.
 *
 * <p>Messages of version 1, which had no common form, are refused like any malformed one and end in
 * the dead letters: no stack with them was ever deployed.
 */
package app.oegukmin.shared.work;
