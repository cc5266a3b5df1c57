package app.oegukmin.crawler;

/**
 * How far a board's run has come.
 *
 * @param tally what became of articles
 * @param memory what is to be remembered of the board
 */
record Progress(Tally tally, BoardMemory memory) {}
