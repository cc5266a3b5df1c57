package app.oegukmin.help;

/** A help article with its text. */
record HelpPost(Help help, String text) {}
