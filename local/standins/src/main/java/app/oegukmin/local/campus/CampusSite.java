package app.oegukmin.local.campus;

/** One of the sites that the campus plays. */
@FunctionalInterface
interface CampusSite {
  CampusReply answer(CampusRequest request);
}
